import type { Check } from '../check'
import type { HostParameters, HostResult, HostValue } from '../member-types'
import type { FigmaHost } from './figma-host'

type AnyFunction = (...values: never[]) => unknown
type ParametersIn<O, K extends keyof O> = O[K] extends infer F extends AnyFunction ? Parameters<F> : never
type ResultIn<O, K extends keyof O> = O[K] extends infer F extends AnyFunction ? ReturnType<F> : never
type Checks<P extends readonly unknown[]> = { readonly [I in keyof P]-?: Check<HostValue<P[I]>> }

/** Methods of one object of the API (`figma`, `figma.ui`, …), typed by its interface in the typings. */
export type ObjectMethods<O, Names extends keyof O> = {
  readonly [K in Names]: {
    readonly parameters: Checks<ParametersIn<O, K>>
    readonly call: (values: HostParameters<ParametersIn<O, K>>, host: FigmaHost) => HostResult<ResultIn<O, K>>
  }
}

/** Properties of one object of the API, typed by its interface in the typings. */
export type ObjectProperties<O, Names extends keyof O> = {
  readonly [K in Names]: {
    readonly get: (host: FigmaHost) => HostValue<O[K]>
    readonly set?: {
      readonly check: Check<HostValue<O[K]>>
      readonly apply: (value: HostValue<O[K]>, host: FigmaHost) => void
    }
  }
}

/** The same, as the dispatcher sees them. */
export interface AnyObjectMembers {
  readonly methods: Readonly<
    Record<
      string,
      {
        readonly parameters: readonly Check<unknown>[]
        readonly call: (values: never, host: FigmaHost) => unknown
      }
    >
  >
  readonly properties: Readonly<
    Record<
      string,
      {
        readonly get: (host: FigmaHost) => unknown
        readonly set?: {
          readonly check: Check<unknown>
          readonly apply: (value: never, host: FigmaHost) => void
        }
      }
    >
  >
}
