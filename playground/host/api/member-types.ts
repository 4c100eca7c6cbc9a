import type { DocumentNode, NodeKind } from '../../document/node'
import type { ImageReference, NodeReference } from '../vm/wire'
import type { ApiHost } from './api-host'
import type { Check } from './check'

/** The typings of the kinds that the playground has. */
type KnownNode = Extract<BaseNode, { readonly type: NodeKind }>

/** The type that the typings give member `K`, over all kinds of node that have it. */
type MemberOf<K extends string, T = KnownNode> = T extends unknown
  ? K extends keyof T
    ? T[K]
    : never
  : never

/** The kinds of node that have member `K` in the typings: a table that lists another does not compile. */
type KindWith<K extends string, T = KnownNode> = T extends { readonly type: infer Kind }
  ? K extends keyof T
    ? Extract<Kind, NodeKind>
    : never
  : never

/** A value of the typings as the host holds it: nodes and images are references. */
export type HostValue<T> = T extends BaseNode
  ? NodeReference
  : T extends Image
    ? ImageReference
    : T extends Promise<infer U>
      ? Promise<HostValue<U>>
      : T extends readonly BaseNode[]
        ? readonly NodeReference[]
        : T

/** What may be assigned to member `K`. */
type Assignable<K extends string> = Exclude<HostValue<MemberOf<K>>, symbol>

interface NodeProperty<K extends string> {
  readonly kinds: readonly KindWith<K>[]
  readonly get: (node: DocumentNode, host: ApiHost) => HostValue<MemberOf<K>>
  readonly set?: {
    readonly check: Check<Assignable<K>>
    readonly apply: (node: DocumentNode, value: Assignable<K>, host: ApiHost) => void
    /** The field's name in the refusal of a node inside an instance, where it cannot be overridden. */
    readonly fixedInInstance?: string
  }
}

export type NodeProperties<Names extends string> = { readonly [K in Names]: NodeProperty<K> }

/** A property as the dispatcher sees it, whatever its type. */
export interface AnyNodeProperty {
  readonly kinds: readonly NodeKind[]
  readonly get: (node: DocumentNode, host: ApiHost) => unknown
  readonly set?: {
    readonly check: Check<unknown>
    readonly apply: (node: DocumentNode, value: never, host: ApiHost) => void
    readonly fixedInInstance?: string
  }
}

type AnyFunction = (...values: never[]) => unknown
type ParametersOf<K extends string> = MemberOf<K> extends infer F extends AnyFunction ? Parameters<F> : never
type ResultOf<K extends string> = MemberOf<K> extends infer F extends AnyFunction ? ReturnType<F> : never

/** The arguments of method `K` as the host receives them, checked. */
export type HostParameters<P extends readonly unknown[]> = { [I in keyof P]: HostValue<P[I]> }
type Checks<P extends readonly unknown[]> = { readonly [I in keyof P]-?: Check<HostValue<P[I]>> }

/** What a method gives; where the typings promise it, it may be there at once: the dispatcher makes the promise. */
export type HostResult<R> = R extends Promise<infer U> ? HostValue<U> | Promise<HostValue<U>> : HostValue<R>

interface NodeMethod<K extends string> {
  readonly kinds: readonly KindWith<K>[]
  /** One check for each parameter of the typings, in order. */
  readonly parameters: Checks<ParametersOf<K>>
  readonly call: (
    node: DocumentNode,
    values: HostParameters<ParametersOf<K>>,
    host: ApiHost
  ) => HostResult<ResultOf<K>>
}

export type NodeMethods<Names extends string> = { readonly [K in Names]: NodeMethod<K> }

/** A method as the dispatcher sees it, whatever its type. */
export interface AnyNodeMethod {
  readonly kinds: readonly NodeKind[]
  readonly parameters: readonly Check<unknown>[]
  readonly call: (node: DocumentNode, values: never, host: ApiHost) => unknown
}
