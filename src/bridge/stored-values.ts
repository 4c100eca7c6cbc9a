import {
  array,
  type GenericSchema,
  literal,
  nonEmpty,
  nullable,
  object,
  pipe,
  string,
  variant
} from 'valibot'
import { type Durations, noDurations } from '../core/expansion/expected-time'
import type { Size } from '../core/geometry/size'
import { defaultSettings, type Settings } from '../core/settings'
import { firstWindowSize } from '../core/window-size'
import { durationsSchema, settingsSchema, sizeSchema } from './schemas'

/** What the device's storage keeps by name, beside tasks and requests. */
export interface StoredValues {
  readonly settings: Settings
  /** The prompts of the last expansions, the latest first. */
  readonly prompts: readonly string[]
  /** How long the last requests took. */
  readonly durations: Durations
  /** The API key, null where there is none. It is in this entry of the storage and nowhere else. */
  readonly key: string | null
  /** The size that the window is opened with. */
  readonly 'window-size': Size
}

export type StoredName = keyof StoredValues

/** Each value with its entry of the storage, what it is narrowed by when read or written, and what it is until then. */
export const storedValues: {
  readonly [Name in StoredName]: {
    readonly entry: string
    readonly schema: GenericSchema<StoredValues[Name]>
    readonly initial: StoredValues[Name]
  }
} = {
  settings: { entry: 'settings', schema: settingsSchema, initial: defaultSettings },
  prompts: { entry: 'prompts', schema: array(string()), initial: [] },
  durations: { entry: 'durations', schema: durationsSchema, initial: noDurations },
  key: { entry: 'api-key', schema: nullable(pipe(string(), nonEmpty())), initial: null },
  'window-size': { entry: 'window-size', schema: sizeSchema, initial: firstWindowSize }
}

/** A name with the value to be kept by it. */
export type StoredPair = {
  readonly [Name in StoredName]: { readonly name: Name; readonly value: StoredValues[Name] }
}[StoredName]

// The compiler sees the names of a table as plain texts.
export const storedNames = Object.keys(storedValues) as StoredName[]

// The compiler cannot see that each name of the list stands with the schema of its own value.
export const storedPairSchema = variant(
  'name',
  storedNames.map((name) => object({ name: literal(name), value: storedValues[name].schema }))
) as unknown as GenericSchema<StoredPair>
