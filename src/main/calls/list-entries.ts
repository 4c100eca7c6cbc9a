import type { Reply } from '../../bridge/protocol'
import type { DocumentFailure } from '../../core/failures'
import { type Outcome, succeed } from '../../core/outcome'
import { identifyFile } from '../placed/identify-file'
import type { Session } from '../placed/session'

/** Lists what is remembered of paid tasks, with which file this is. Marks nothing. */
export async function listEntries(
  session: Session
): Promise<Outcome<Reply<'list-entries'>, DocumentFailure>> {
  const listed = await session.journal.list()
  return listed.ok ? succeed({ here: await identifyFile(false, session), ...listed.value }) : listed
}
