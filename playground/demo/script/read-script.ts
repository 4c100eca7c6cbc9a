import { check, pipe, record, safeParse, string, unknown } from 'valibot'
import { fail, type Outcome, succeed } from '../../../src/core/outcome'
import { type LineProblem, type ListedValue, readListedValues } from './read-lines'
import type { Perform } from './steps/step-kind'
import { stepKinds } from './steps/step-kinds'

/** One step as it is to be done. */
export interface ScriptStep {
  /** As it stands in the file, for the report. */
  readonly source: unknown
  readonly perform: Perform
  /** The editor that it is done in. */
  readonly window: 1 | 2
  /** How long it may wait for what it needs, ms; null: as long as its kind does. */
  readonly timeoutMs: number | null
}

/** Reads a script's file: a JSON list of steps, each an object with one kind's name. */
export function readScript(text: string): Outcome<readonly ScriptStep[], LineProblem> {
  const values = readListedValues(text)
  if (!values.ok) return values
  const steps: ScriptStep[] = []
  for (const value of values.value) {
    const step = readStep(value)
    if (!step.ok) return fail({ line: value.line, message: step.failure })
    steps.push(step.value)
  }
  return succeed(steps)
}

const fieldsSchema = pipe(
  record(string(), unknown()),
  check((fields) => !Array.isArray(fields))
)

function readStep({ value: source }: ListedValue): Outcome<ScriptStep, string> {
  const fields = safeParse(fieldsSchema, source)
  if (!fields.success) {
    return fail(`${JSON.stringify(source)} is no step: a step is an object such as { "press": "Expand" }`)
  }
  const { window = 1, timeoutMs = null, ...named } = fields.output
  const [name, ...others] = Object.keys(named)
  if (name === undefined) return fail('this step has no name')
  if (others.length > 0) return fail(`“${name}” and “${others.join('”, “')}” are steps of their own`)
  const kind = stepKinds.get(name)
  if (kind === undefined) {
    return fail(`there is no step “${name}”; there are ${[...stepKinds.keys()].join(', ')}`)
  }
  if (window !== 1 && window !== 2) return fail(`${name}: "window" is 1 or 2`)
  if (timeoutMs !== null && !(typeof timeoutMs === 'number' && timeoutMs > 0)) {
    return fail(`${name}: "timeoutMs" is a number of milliseconds`)
  }
  const perform = kind.read(named[name])
  return perform.ok
    ? succeed({ source, perform: perform.value, window, timeoutMs })
    : fail(`${name}: ${perform.failure}`)
}
