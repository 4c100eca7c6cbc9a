import { isImageOf } from '../nodes/visible-paints'
import { type PlacedRecord, readRecords, recordsEntry } from './placed-records'
import type { PaintedLayer, PlacedRun, Where } from './session'

/** An expansion's image in the document. */
export interface PlacedImage {
  readonly layer: PaintedLayer
  /** Index of the image among the layer's paints. */
  readonly index: number
  readonly imageHash: string
  readonly where: Where
  /** Keys of the images that were placed there in this run, the one that is shown last. */
  readonly tasks: readonly string[]
}

/**
 * Finds an expansion's image by the records on layers: on its subject or on a rectangle of the same page. Copies of layers carry
 * the original's data, so the subject's paints and a rectangle's id decide.
 */
export function findPlacedImage(
  runId: string,
  node: SceneNode | null,
  page: PageNode,
  placed: PlacedRun | undefined
): PlacedImage | null {
  const known = placed === undefined ? null : findInSession(runId, placed)
  if (known !== null) {
    return known
  }
  const own = node === null || !isPainted(node) ? null : shownBy(node, recordOn(node, runId))
  if (own !== null) {
    return own
  }
  const rectangles = page.findAllWithCriteria({ types: ['RECTANGLE'], pluginData: { keys: [recordsEntry] } })
  for (const rectangle of rectangles) {
    const kept = recordOn(rectangle, runId)
    const shown = kept?.layerId === rectangle.id ? shownBy(rectangle, kept) : null
    if (shown !== null) {
      return shown
    }
  }
  return null
}

/** Finds an expansion's image that was placed in this session, on its layer. */
export function findInSession(runId: string, placed: PlacedRun): PlacedImage | null {
  const { layer, isKept } = placed
  if (layer.removed) {
    return null
  }
  return shownBy(layer, isKept ? recordOn(layer, runId) : placed)
}

/** Finds an expansion's record on a layer, whether or not its image is still among the paints. */
export function recordOn(node: BaseNode, runId: string): PlacedRecord | null {
  return readRecords(node).find((run) => run.runId === runId) ?? null
}

function isPainted(node: SceneNode): node is PaintedLayer {
  return 'fills' in node
}

function shownBy(
  layer: PaintedLayer,
  image: Omit<PlacedImage, 'layer' | 'index'> | null
): PlacedImage | null {
  if (image === null || layer.fills === figma.mixed) {
    return null
  }
  const { imageHash, where, tasks } = image
  const index = layer.fills.map((paint) => isImageOf(paint, imageHash)).lastIndexOf(true)
  return index === -1 ? null : { layer, index, imageHash, where, tasks }
}

/** Returns an image paint with another image and everything else unchanged. */
export function replaceImage({ layer, index }: PlacedImage, imageHash: string): void {
  if (layer.fills === figma.mixed) {
    throw new Error(`a ${layer.type} has more than one list of fills`)
  }
  layer.fills = layer.fills.map((paint, at) =>
    at === index && paint.type === 'IMAGE' ? { ...paint, imageHash } : paint
  )
}
