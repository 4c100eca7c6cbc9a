import type { Params, Reply } from '../bridge/protocol'
import { succeed, type Outcome } from '../core/outcome'
import type { Session } from './session'

/** Notes that the image of a run stays: one that takes its place later is taken back to it. Changes no document. */
export function keepResult(
  { runId }: Params<'keep-result'>,
  { runs }: Session
): Outcome<Reply<'keep-result'>, never> {
  const run = runs.get(runId)
  if (run !== undefined) {
    runs.set(runId, { ...run, isDecided: true })
  }
  return succeed(null)
}
