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
 * Identifies the file. Plugins cannot read a file's id, so the file is marked with a random one if it can be edited; otherwise
 * the id is empty. An undo can remove the mark: a file without one is then taken for the file of the same name for which this
 * device last remembered a task.
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
  // Two calls may have awaited the storage at the same time.
  const id = root.getPluginData(fileEntry) || (lastId ?? (mayMark ? randomId() : ''))
  if (mayMark && root.getPluginData(fileEntry) === '') {
    unhideImages(session)
    root.setPluginData(fileEntry, id)
    // Its own undo step: undoing a placed image must not remove the mark that other tasks need.
    figma.commitUndo()
  }
  return succeed({ id, name: root.name })
}
