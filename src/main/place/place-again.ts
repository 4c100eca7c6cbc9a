import type { Placement } from '../../core/expansion/placement'
import { canGrow } from '../growth/can-grow'
import { isSameSize } from '../nodes/same-geometry'
import { recordOn } from '../placed/find-placed-image'
import { noData, readLayerData } from '../placed/layer-data'
import type { LayerData, PlacedRun } from '../placed/session'
import { grownFillIndex } from './add-fill'

/**
 * Places the image on a layer that grew for this expansion and still has that size, although the image was removed by hand.
 * Returns null and changes nothing if the growth was undone or the layer was resized.
 */
export function putOnGrown(
  node: SceneNode | null,
  fill: ImagePaint,
  placement: Placement,
  runId: string,
  placed: PlacedRun | undefined
): Pick<PlacedRun, 'layer' | 'where' | 'change'> | null {
  if (
    node === null ||
    placement.kind !== 'grow' ||
    placed?.change.kind !== 'new-paint' ||
    placed.change.grown === null ||
    !canGrow(node) ||
    node.fills === figma.mixed ||
    !isSameSize(node, placed.change.grown.size) ||
    !isStillOn(node, runId, placed)
  ) {
    return null
  }
  const { fills } = node
  const at = grownFillIndex(fills, placement.above)
  node.fills = [...fills.slice(0, at), fill, ...fills.slice(at)]
  return { layer: node, where: 'grown', change: placed.change }
}

/** A layer without its image may still carry the data of this expansion, which are not the data from before. */
export function dataBefore(node: SceneNode | null, runId: string, placed: PlacedRun | undefined): LayerData {
  if (node === null) {
    return noData
  }
  return placed?.change.kind === 'new-paint' && isStillOn(node, runId, placed)
    ? placed.change.before
    : readLayerData(node)
}

/** Tells whether the expansion was placed on this layer and not undone. */
function isStillOn(node: SceneNode, runId: string, placed: PlacedRun): boolean {
  return !placed.layer.removed && placed.layer.id === node.id && recordOn(node, runId) !== null
}
