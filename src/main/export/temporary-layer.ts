/** Marks a temporary layer, so that it is told apart from the designer's own if it were ever left behind. */
const mark = 'temporary'

/** The entry of this device's storage with the ids of temporary layers that were not removed yet, of any file. */
const storageEntry = 'temporary-layers'

/** No export takes this long: an older temporary layer was left behind, a younger one may be a colleague's in use. */
const abandonedAfterMs = 600_000

/** Ids are forgotten after this long at the latest: their file may never be opened again. */
const forgottenAfterMs = 30 * 24 * 3_600_000

type Left = Readonly<Record<string, number>>

/** Ids of the temporary layers of this run, those that are gone included. */
const ofThisRun = new Set<string>()

/** The storage is written by one change after the other. */
let lastChange: Promise<void> = Promise.resolve()

/** Marks a layer that is to be removed soon, in the document and on this device. */
export function markTemporary(node: SceneNode): void {
  const now = Date.now()
  node.setPluginData(mark, String(now))
  const { id } = node
  ofThisRun.add(id)
  change((left) => ({ ...left, [id]: now }))
}

/** Tells whether a layer, even a removed one, is or was a temporary one of this run. */
export function isTemporary(id: string): boolean {
  return ofThisRun.has(id)
}

/** Forgets a temporary layer that was removed. */
export function forgetTemporary(id: string): void {
  change((left) => Object.fromEntries(Object.entries(left).filter(([each]) => each !== id)))
}

/**
 * Removes the temporary layers that an earlier run could not, because Figma or the plugin ended meanwhile: on this page,
 * and wherever this device remembers one in this file.
 */
export async function sweepTemporaryLayers(): Promise<void> {
  figma.currentPage.children.forEach(removeIfAbandoned)
  try {
    const left = Object.entries(await read())
    for (const [id, madeAt] of left) {
      const node = await figma.getNodeByIdAsync(id)
      const isGone = node !== null && removeIfAbandoned(node)
      if (isGone || Date.now() - madeAt > forgottenAfterMs) {
        forgetTemporary(id)
      }
    }
  } catch {
    // Without the storage, the layers of other pages are found when their page is the current one.
  }
}

/** The same id may be another layer in another file: only a marked one is ours. */
function removeIfAbandoned(node: BaseNode): boolean {
  const madeAt = node.getPluginData(mark)
  const isAbandoned = madeAt !== '' && Date.now() - Number(madeAt) > abandonedAfterMs
  if (isAbandoned && node.type === 'RECTANGLE') {
    node.remove()
  }
  return isAbandoned
}

function change(by: (left: Left) => Left): void {
  lastChange = lastChange
    .then(read)
    .then((left) => figma.clientStorage.setAsync(storageEntry, by(left)))
    .catch(() => undefined)
}

async function read(): Promise<Left> {
  const stored: unknown = await figma.clientStorage.getAsync(storageEntry)
  return typeof stored === 'object' && stored !== null
    ? Object.fromEntries(
        Object.entries(stored).filter((entry): entry is [string, number] => typeof entry[1] === 'number')
      )
    : {}
}
