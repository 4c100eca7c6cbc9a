import { childrenOf, type ExpandableNode } from './expandable-node'
import { visiblePaints } from './visible-paints'

/** Marks a temporary layer, so that it is told apart from the designer's own if it were ever left behind. */
const mark = 'temporary'

/** Where a temporary layer stands: far from any design, and still exact in the 32-bit floats of a renderer. */
const farAway = -100_000

/**
 * Hands over a layer that shows nothing but the paints of `node` over its whole box: the node itself where that is
 * already so, else a temporary rectangle that is removed whatever happens.
 */
export async function withBackdrop<Result>(
  node: ExpandableNode,
  use: (backdrop: SceneNode) => Promise<Result>
): Promise<Result> {
  if (showsOnlyItsPaints(node)) {
    return use(node)
  }
  const backdrop = figma.createRectangle()
  try {
    backdrop.setPluginData(mark, String(Date.now()))
    backdrop.name = node.name
    backdrop.x = farAway
    backdrop.y = farAway
    backdrop.resize(node.width, node.height)
    backdrop.fills = node.fills === figma.mixed ? [] : node.fills
    return await use(backdrop)
  } finally {
    if (!backdrop.removed) {
      backdrop.remove()
    }
  }
}

/** No export takes this long: an older temporary layer was left behind, a younger one may be a colleague's in use. */
const abandonedAfterMs = 600_000

/** Removes what an earlier run could not, because Figma or the plugin ended while it was exporting. */
export function removeLeftBackdrops(): void {
  for (const child of figma.currentPage.children) {
    const madeAt = child.getPluginData(mark)
    if (madeAt !== '' && Date.now() - Number(madeAt) > abandonedAfterMs) {
      child.remove()
    }
  }
}

function showsOnlyItsPaints(node: ExpandableNode): boolean {
  const isBox = node.type === 'FRAME' || node.type === 'COMPONENT' || node.type === 'RECTANGLE'
  return (
    isBox &&
    node.cornerRadius === 0 &&
    node.opacity === 1 &&
    visiblePaints(node.strokes).length === 0 &&
    node.effects.every((effect) => !effect.visible) &&
    !childrenOf(node).some((child) => child.visible)
  )
}
