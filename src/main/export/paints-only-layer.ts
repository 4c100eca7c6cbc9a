import { childrenOf } from '../nodes/expandable-node'
import { upToTopmostImage } from '../nodes/paint-order'
import { visiblePaints } from '../nodes/visible-paints'
import { forgetTemporary, markTemporary } from './temporary-layer'

/** Position of a temporary layer, document units: far from any design, and still exact in a renderer's 32-bit floats. */
const farAway = -100_000

/**
 * Calls back with a layer that shows only the paints of `node` up to its topmost image, upright over its whole box: the node
 * itself if it already does, else a temporary rectangle, which is always removed.
 */
export async function withPaintsOnlyLayer<Result>(
  node: SceneNode & MinimalFillsMixin,
  use: (backdrop: SceneNode) => Promise<Result>
): Promise<Result> {
  const paints = node.fills === figma.mixed ? [] : node.fills
  const shown = upToTopmostImage(paints)
  if (shown.length === paints.length && showsOnlyItsPaints(node)) {
    return use(node)
  }
  const backdrop = figma.createRectangle()
  try {
    markTemporary(backdrop)
    backdrop.name = node.name
    backdrop.x = farAway
    backdrop.y = farAway
    backdrop.resize(node.width, node.height)
    backdrop.fills = shown
    return await use(backdrop)
  } finally {
    const { id } = backdrop
    if (!backdrop.removed) {
      backdrop.remove()
    }
    forgetTemporary(id)
  }
}

function showsOnlyItsPaints(node: SceneNode): boolean {
  const isBox = node.type === 'FRAME' || node.type === 'COMPONENT' || node.type === 'RECTANGLE'
  return (
    isBox &&
    isUpright(node.absoluteTransform) &&
    node.cornerRadius === 0 &&
    node.opacity === 1 &&
    visiblePaints(node.strokes).length === 0 &&
    node.effects.every((effect) => !effect.visible) &&
    !childrenOf(node).some((child) => child.visible)
  )
}

/** Greatest deviation of an upright transform's axes from the page's: floating-point error, not design. */
const axisTolerance = 1e-6

function isUpright([[a, b], [c, d]]: Transform): boolean {
  return [a - 1, b, c, d - 1].every((difference) => Math.abs(difference) < axisTolerance)
}
