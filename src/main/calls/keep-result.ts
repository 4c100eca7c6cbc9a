import type { Port } from '../../bridge/port'
import type { Params, Reply } from '../../bridge/protocol'
import { type Outcome, succeed } from '../../core/outcome'
import { tellImages } from '../placed/placed-images'
import type { Session } from '../placed/session'

/**
 * Remembers the decision to keep an expansion's image: discarding an image that replaces it later restores it. If the image is
 * not in the document, remembers nothing and returns the present state. Does not change the document.
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
