import type { Port } from '../../bridge/port'
import type { Params, Reply } from '../../bridge/protocol'
import { type Outcome, succeed } from '../../core/outcome'
import { tellImages } from '../placed/placed-images'
import type { Session } from '../placed/session'

/**
 * Notes that an image of a run stays: one that takes its place later is taken back to it. Where it is not there any more,
 * nothing is noted, and the window is told what is. Changes no document.
 */
export async function keepResult(
  { runId, variant }: Params<'keep-result'>,
  session: Session,
  port: Port
): Promise<Outcome<Reply<'keep-result'>, never>> {
  await tellImages(port, session)
  const { cards, runs } = session
  const told = cards.get(runId)?.told
  if (told?.kind !== 'there' || told.variant !== variant) {
    return succeed({ isKept: false })
  }
  cards.delete(runId)
  const run = runs.get(runId)
  if (run !== undefined) {
    runs.set(runId, { ...run, isDecided: true })
  }
  return succeed({ isKept: true })
}
