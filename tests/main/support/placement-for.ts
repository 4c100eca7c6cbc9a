import type { LayerPlacement } from '../../../src/core/expansion/placement'
import type { Insets } from '../../../src/core/geometry/insets'
import { pagePositionOf } from '../../../src/main/nodes/page-position-of'

export const sampleInsets: Insets = { top: 10, right: 400, bottom: 30, left: 40 }

/** Where a result goes for a layer as it is now. */
export function placementFor(
  kind: LayerPlacement['kind'],
  node: SceneNode,
  insets: Insets = sampleInsets
): LayerPlacement {
  const { width, height, id } = node
  const common = { nodeId: id, origin: pagePositionOf(node) }
  const subject = { width, height }
  switch (kind) {
    case 'fill':
      return { kind, ...common, frame: subject }
    case 'grow':
      return { kind, ...common, subject, insets, above: 'images' }
    case 'behind':
      return { kind, ...common, subject, insets }
  }
}
