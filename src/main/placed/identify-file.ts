import type { FileIdentity } from '../../core/expansion/journal-entry'
import { randomId } from '../../core/random-id'
import { latestFileIdOf } from '../storage/journal-storage'
import type { Session } from './session'
import { unhideImages } from './show-original'

const fileEntry = 'file'

/**
 * Tells which file this is. A file has no id that plugins can read, so it is marked with one of ours if `mayMark`; the id is
 * empty while it has none. An undo takes the mark back with all that came after it: a file without one is then the file of
 * its name that this device last remembered a task of.
 */
export async function identifyFile(mayMark: boolean, session: Session): Promise<FileIdentity> {
  const { root } = figma
  if (root.getPluginData(fileEntry) !== '') {
    return { id: root.getPluginData(fileEntry), name: root.name }
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
  return { id, name: root.name }
}
