import type { Params, Reply } from '../../bridge/protocol'
import { imageKey } from '../../core/expansion/journal-entry'
import type { DocumentFailure } from '../../core/failures'
import { fail, type Outcome, succeed } from '../../core/outcome'
import { errorMessage } from '../nodes/error-message'
import { findPlacedImage, type PlacedImage, replaceImage } from '../placed/find-placed-image'
import { readLayerData, writeLayerData } from '../placed/layer-data'
import { notePlacing } from '../placed/placed-images'
import type { LayerData, PlacedRun, Placing, Session } from '../placed/session'
import { unhideImages } from '../placed/show-original'
import { addRectangle, middleOfView } from './add-rectangle'
import type { ImageFill } from './create-fill'
import { imageSize } from './image-size'
import type { Target } from './look-up-target'
import { dataBefore, putOnGrown } from './place-again'
import { placeBeside } from './place-beside'
import { placeOnLayer } from './place-on-layer'

type Order = Params<'place-result'>

type Written = Pick<PlacedRun, 'layer' | 'where' | 'change'>

/**
 * Writes the image of a run into the document, all at once: where it goes, or in the place of the image of the run that is
 * there. Where it is there already, nothing is changed. One undo step; on failure nothing is changed.
 */
export function writeResult(
  { image, ref, placement, recipe, runId, variant }: Order,
  fill: ImageFill,
  session: Session,
  { node, page }: Target
): Outcome<Reply<'place-result'>, DocumentFailure> {
  unhideImages(session)
  const key = imageKey(ref)
  const placed = session.runs.get(runId)
  const shown = findPlacedImage(runId, node, page, placed)
  const note = (placing: Pick<Placing, 'where' | 'layerId' | 'imageHash' | 'run'>): void => {
    const subjectId = placement.kind === 'view' ? null : placement.nodeId
    notePlacing(session, runId, { variant, image: ref, subjectId, ...placing })
  }
  if (shown !== null && shown.imageHash === fill.imageHash) {
    const { layer, imageHash, where } = shown
    note({ where, layerId: layer.id, imageHash, run: placed?.layer.id === layer.id ? placed : null })
    return succeed({ where: shown.where })
  }
  figma.commitUndo()
  try {
    const { layer, where, change } =
      shown !== null
        ? replace(shown, fill, placed)
        : (putOnGrown(node, fill, placement, runId, placed) ??
          put(node, page, fill, placement, image, dataBefore(node, runId, placed)))
    const { imageHash } = fill
    const earlier = new Set([...(shown?.tasks ?? []), ...(placed?.tasks ?? [])])
    earlier.delete(key)
    const tasks = [...earlier, key]
    const isKept = writeLayerData(layer, { runId, layerId: layer.id, imageHash, where, tasks, recipe })
    const run = { layer, imageHash, where, tasks, isKept, isDecided: false, change }
    session.runs.set(runId, run)
    note({ where, layerId: layer.id, imageHash, run })
    figma.commitUndo()
    return succeed({ where })
  } catch (error) {
    return fail({ kind: 'cannot-write', detail: errorMessage(error) })
  }
}

function put(
  node: SceneNode | null,
  page: PageNode,
  fill: ImageFill,
  placement: Order['placement'],
  image: Uint8Array,
  before: LayerData
): Written {
  if (placement.kind === 'view') {
    const size = imageSize(image)
    const layer = addRectangle(page, fill, size, middleOfView(size), placement.name)
    return { layer, where: 'in-view', change: { kind: 'new-layer' } }
  }
  if (node === null) {
    return { layer: placeBeside(page, fill, placement), where: 'beside', change: { kind: 'new-layer' } }
  }
  const { layer, where, made, grown } = placeOnLayer(node, fill, placement)
  return {
    layer,
    where,
    change: made === 'layer' ? { kind: 'new-layer' } : { kind: 'new-paint', grown, before }
  }
}

function replace(shown: PlacedImage, { imageHash }: ImageFill, placed: PlacedRun | undefined): Written {
  const { layer, imageHash: replacedHash } = shown
  const before = readLayerData(layer)
  replaceImage(shown, imageHash)
  const isOwn = placed?.layer.id === layer.id && !placed.isDecided
  return {
    layer,
    where: 'replaced',
    change: isOwn ? placed.change : { kind: 'new-image', replacedHash, before }
  }
}
