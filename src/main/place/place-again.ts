import type { Placement } from '../../core/expansion/placement'
import { canGrow } from '../growth/can-grow'
import { isSameSize } from '../nodes/same-geometry'
import { recordOn } from '../placed/find-placed-image'
import { noData, readLayerData } from '../placed/layer-data'
import type { LayerData, PlacedRun } from '../placed/session'
import { grownFillIndex } from './add-fill'

/**
 * Puts the image on a layer that has grown for this run and is as large still, though the image was taken off it by hand.
 * Null where it is not, with nothing changed: it was undone, or resized.
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

/** Without its image, a layer may carry the data of this run still: those are not what it had before. */
export function dataBefore(node: SceneNode | null, runId: string, placed: PlacedRun | undefined): LayerData {
  if (node === null) {
    return noData
  }
  return placed?.change.kind === 'new-paint' && isStillOn(node, runId, placed)
    ? placed.change.before
    : readLayerData(node)
}

/** Tells whether a layer is the one that the run was placed on, and that was not undone. */
function isStillOn(node: SceneNode, runId: string, placed: PlacedRun): boolean {
  return !placed.layer.removed && placed.layer.id === node.id && recordOn(node, runId) !== null
}
