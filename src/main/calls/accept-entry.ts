import type { Params } from '../../bridge/protocol'
import type { DocumentFailure } from '../../core/failures'
import type { Outcome } from '../../core/outcome'
import { identifyFile } from '../placed/identify-file'
import type { Session } from '../placed/session'

/**
 * Notes the service's answer to a create, and marks the file: an image waits for it. A file that takes no mark is known by
 * its name.
 */
export async function acceptEntry(
  { id, acceptance }: Params<'accept-entry'>,
  session: Session
): Promise<Outcome<null, DocumentFailure>> {
  const unmarked = { id: '', name: figma.root.name }
  const file = await identifyFile(true, session).catch(() => unmarked)
  return session.journal.accept(id, acceptance, file)
}
