import type { Failure } from '../../core/failures'
import type { Reached } from '../model/obtain'
import type { Run } from '../model/run'

interface FailedVariants {
  readonly ids: readonly [number, ...number[]]
  readonly failure: Failure
  readonly reached: Reached
}

/** The failures of a run's variants: those that failed alike, and came as far, are one. */
export function failuresOf({ variants }: Run): readonly FailedVariants[] {
  const groups = new Map<string, FailedVariants>()
  for (const { id, state } of variants) {
    if (state.kind === 'failed') {
      const { failure, reached } = state
      const name = `${failure.kind} ${reached.kind} ${'taskMayExist' in failure}`
      const known = groups.get(name)
      groups.set(
        name,
        known === undefined ? { ids: [id], failure, reached } : { ...known, ids: [...known.ids, id] }
      )
    }
  }
  return [...groups.values()]
}
