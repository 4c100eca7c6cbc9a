import { isImageOf } from '../nodes/visible-paints'
import { type PlacedRecord, readRecords, recordsEntry } from './placed-records'
import type { PaintedLayer, PlacedRun, Where } from './session'

/** The image of a run, as it is found in the document. */
export interface PlacedImage {
  readonly layer: PaintedLayer
  /** Which of the layer's paints it is. */
  readonly index: number
  readonly imageHash: string
  readonly where: Where
  /** Tasks whose images were placed there in this run. */
  readonly tasks: readonly string[]
}

/**
 * Finds where the image of a run is shown, by what is kept on the layers: by the layer that it was made for, or by a
 * rectangle of the same page. Copies of layers carry the data of the original: of the layer itself its paints decide, of
 * rectangles their ids.
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

/** Finds the image of a run that this run of the plugin has placed, on the layer where it did. */
export function findInSession(runId: string, placed: PlacedRun): PlacedImage | null {
  const { layer, isKept } = placed
  if (layer.removed) {
    return null
  }
  return shownBy(layer, isKept ? recordOn(layer, runId) : placed)
}

/** What is kept of a run on a layer, whether or not its image is still among the paints. */
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

/** Shows another image in the paint that shows one: of the paint, nothing else is changed. */
export function replaceImage({ layer, index }: PlacedImage, imageHash: string): void {
  if (layer.fills === figma.mixed) {
    throw new Error(`a ${layer.type} has more than one list of fills`)
  }
  layer.fills = layer.fills.map((paint, at) =>
    at === index && paint.type === 'IMAGE' ? { ...paint, imageHash } : paint
  )
}
