import type { SelectedLayer, Selection } from '../../core/plan/target'
import { maxRequestCap } from '../../core/settings'
import { childrenOf } from '../nodes/expandable-node'
import { withMasksReadOnce } from '../nodes/is-masked'
import { describeFrame } from '../selection/describe-frame'
import { describeSides } from '../selection/describe-sides'
import { createFrameReader, type ReadFrame } from '../selection/frame-layers'

/** Most layers in all descriptions together, counting a frame's layers once for each of them: more would stall the editor. */
const mostDescribed = 10_000

/**
 * Describes what of the selection can be expanded, in either mode, or why nothing can; and the same for each of several layers,
 * up to the number that one press can expand and a message can hold. Reads only.
 */
export async function describeSelection(): Promise<Selection> {
  const { selection } = figma.currentPage
  const nodeIds = selection.map(({ id }) => id)
  const readFrame = createFrameReader()
  // Each description reads the document before it awaits anything.
  const descriptions = withMasksReadOnce(() =>
    Promise.all([
      describeSides(selection),
      describeFrame(selection, readFrame),
      Promise.all(areSeveral(selection) ? selection.map((node) => describeLayer(node, readFrame)) : [])
    ])
  )
  const [sides, frame, each] = await descriptions
  return { nodeIds, sides, frame, each }
}

function areSeveral(selection: readonly SceneNode[]): boolean {
  if (selection.length < 2 || selection.length > maxRequestCap) {
    return false
  }
  const siblings = new Map<string, number>()
  let described = 0
  for (const { parent } of selection) {
    if (parent !== null && parent.type !== 'PAGE') {
      const count = siblings.get(parent.id) ?? childrenOf(parent).length
      siblings.set(parent.id, count)
      described += count
    }
  }
  return described <= mostDescribed
}

async function describeLayer(node: SceneNode, readFrame: ReadFrame): Promise<SelectedLayer> {
  const { id, name } = node
  const [sides, frame] = await Promise.all([describeSides([node]), describeFrame([node], readFrame)])
  return { nodeId: id, name, sides, frame }
}
