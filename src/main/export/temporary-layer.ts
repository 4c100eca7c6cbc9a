/** Key of the mark on a temporary layer, which distinguishes a leftover from the designer's layers. */
const mark = 'temporary'

/** Storage entry with the ids of temporary layers in all files that were not removed yet. */
const storageEntry = 'temporary-layers'

/** Age from which a temporary layer is a leftover, ms: no export takes so long; a younger one may be a colleague's in use. */
const abandonedAfterMs = 600_000

/** Age at which ids are forgotten, ms: their file may never be opened again. */
const forgottenAfterMs = 30 * 24 * 3_600_000

type Left = Readonly<Record<string, number>>

/** Ids of this session's temporary layers, including removed ones. */
const ofThisRun = new Set<string>()

/** The last change of the storage: changes run one after the other. */
let lastChange: Promise<void> = Promise.resolve()

/** Marks a temporary layer in the document and on this device. */
export function markTemporary(node: SceneNode): void {
  const now = Date.now()
  node.setPluginData(mark, String(now))
  const { id } = node
  ofThisRun.add(id)
  change((left) => ({ ...left, [id]: now }))
}

/** Tells whether a layer, even a removed one, is or was a temporary one of this session. */
export function isTemporary(id: string): boolean {
  return ofThisRun.has(id)
}

/** Forgets a temporary layer that was removed. */
export function forgetTemporary(id: string): void {
  change((left) => Object.fromEntries(Object.entries(left).filter(([each]) => each !== id)))
}

/**
 * Removes temporary layers that an earlier session left behind when Figma or the plugin ended: on this page, and wherever this
 * device remembers one in this file.
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
    // Without the storage, layers on other pages are found when their page is the current one.
  }
}

/** Tells whether a layer is marked: in another file the same id may be another layer. */
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
