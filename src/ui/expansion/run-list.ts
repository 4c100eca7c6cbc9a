import type { Run, Variation } from './run'

/*
 * What becomes of the list of runs by each step. A run or a variant that is not in it any more is left out silently:
 * answers come late.
 */

export function changeRun(runs: readonly Run[], runId: string, change: Partial<Run>): readonly Run[] {
  return runs.map((run) => (run.runId === runId ? { ...run, ...change } : run))
}

export function addVariations(
  runs: readonly Run[],
  runId: string,
  variants: readonly Variation[]
): readonly Run[] {
  return runs.map((run) =>
    run.runId === runId ? { ...run, variations: [...run.variations, ...variants] } : run
  )
}

export function changeVariation(
  runs: readonly Run[],
  runId: string,
  id: number,
  change: Pick<Variation, 'state'> | Pick<Variation, 'sentAtMs'>
): readonly Run[] {
  return runs.map((run) =>
    run.runId === runId
      ? {
          ...run,
          variations: run.variations.map((variant) =>
            variant.id === id ? { ...variant, ...change } : variant
          )
        }
      : run
  )
}

export function withoutRun(runs: readonly Run[], runId: string): readonly Run[] {
  return runs.filter((run) => run.runId !== runId)
}
