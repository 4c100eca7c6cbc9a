import { type GenericSchema, getDotPath, safeParse } from 'valibot'
import { fail, type Outcome, succeed } from '../../../../src/core/outcome'
import type { Stage } from '../stage'

/** Does one step; rejects with an Error that says why it could not be done. */
export type Perform = (stage: Stage) => Promise<void>

/** One kind of step: how its value is read, and how it is done. */
export interface StepKind {
  /** Returns what the step does, or why its value is none for this kind. */
  readonly read: (value: unknown) => Outcome<Perform, string>
}

/** Makes a kind of step of what its value looks like and what it does. */
export function stepKind<Value>(
  schema: GenericSchema<unknown, Value>,
  perform: (value: Value, stage: Stage) => Promise<void>
): StepKind {
  return {
    read: (value) => {
      const result = safeParse(schema, value)
      if (result.success) return succeed((stage) => perform(result.output, stage))
      const [issue] = result.issues
      const path = getDotPath(issue)
      return fail(path === null ? issue.message : `${path}: ${issue.message}`)
    }
  }
}
