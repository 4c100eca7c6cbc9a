import type { Params } from '../../bridge/protocol'
import type { FileIdentity } from '../../core/expansion/task-record'
import type { DocumentFailure } from '../../core/failures'
import { type Outcome, succeed } from '../../core/outcome'
import { randomId } from '../../core/random-id'
import type { Session } from '../placed/session'
import { unhideImages } from '../placed/show-original'
import { latestFileIdOf } from '../storage/task-storage'

const fileEntry = 'file'

/**
 * Tells which file this is. A file has no id that plugins can read, so it is marked with one of ours, where it may be; the
 * id is empty where it has none. An undo takes the mark back with all that came after it: a file without one is then the
 * file of its name that this device last remembered a task of.
 */
export async function identifyFile(
  { mayMark }: Params<'identify-file'>,
  session: Session
): Promise<Outcome<FileIdentity, DocumentFailure>> {
  const { root } = figma
  if (root.getPluginData(fileEntry) !== '') {
    return succeed({ id: root.getPluginData(fileEntry), name: root.name })
  }
  const lastId = await latestFileIdOf(root.name)
  // Two calls may have waited for that at the same time.
  const id = root.getPluginData(fileEntry) || (lastId ?? (mayMark ? randomId() : ''))
  if (mayMark && root.getPluginData(fileEntry) === '') {
    unhideImages(session)
    root.setPluginData(fileEntry, id)
    // A step of its own: taking back a placed image must not take the mark back that other tasks need.
    figma.commitUndo()
  }
  return succeed({ id, name: root.name })
}
