import * as v from 'valibot'

/** What a real Figma may or may not do; each can be switched in the playground, so that the plugin relies on none of it. */
export interface Switches {
  /** How a fractional export size becomes whole pixels. */
  readonly exportRounding: 'ceil' | 'round' | 'floor'
  /** Delay of every export, ms. */
  readonly exportDelayMs: number
  /** `exportAsync` rejects: no, with an Error, or with a plain string. */
  readonly exportFailure: 'none' | 'error' | 'string'
  /** `clientStorage.setAsync` rejects as it does when the quota is used up. */
  readonly storageFull: boolean
  /** Delay of `selectionchange`, ms. */
  readonly selectionDelayMs: number
  /** The UI's frame may not start workers (a restricted CSP). */
  readonly noWorkers: boolean
}

export const defaultSwitches: Switches = {
  exportRounding: 'ceil',
  exportDelayMs: 0,
  exportFailure: 'none',
  storageFull: false,
  selectionDelayMs: 50,
  noWorkers: false
}

const delayMs = v.pipe(v.number(), v.minValue(0))

const schemas: { readonly [Name in keyof Switches]: v.GenericSchema<Switches[Name]> } = {
  exportRounding: v.picklist(['ceil', 'round', 'floor']),
  exportDelayMs: delayMs,
  exportFailure: v.picklist(['none', 'error', 'string']),
  storageFull: v.boolean(),
  selectionDelayMs: delayMs,
  noWorkers: v.boolean()
}

const switchesSchema = v.strictObject(schemas)

/** Returns the switches after a change; throws an error that says what is wrong with the change. */
export function changeSwitches(current: Switches, change: Readonly<Record<string, unknown>>): Switches {
  const result = v.safeParse(switchesSchema, { ...current, ...change })
  if (result.success) return result.output
  const [issue] = result.issues
  throw new Error(`switch ${v.getDotPath(issue) ?? ''}: ${issue.message}`)
}
