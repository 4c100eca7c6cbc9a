import type { Params, Reply } from '../../bridge/protocol'
import type { DocumentFailure } from '../../core/failures'
import { type Outcome, succeed } from '../../core/outcome'
import { identifyFile } from '../placed/identify-file'
import type { Session } from '../placed/session'

/** Writes a journal entry, pending, with the file as it is: only an accepted task marks it. */
export async function beginEntry(
  { id, serviceUrl, expansion }: Params<'begin-entry'>,
  session: Session
): Promise<Outcome<Reply<'begin-entry'>, DocumentFailure>> {
  const file = await identifyFile(false, session)
  const begun = await session.journal.begin({
    id,
    windowId: session.id,
    file,
    serviceUrl,
    expansion,
    begunAtMs: Date.now(),
    accepted: null,
    images: []
  })
  return begun.ok ? succeed({ file }) : begun
}
