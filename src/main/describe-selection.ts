import type { SelectedLayer, Selection } from '../core/target'
import { describeFrame } from './describe-frame'
import { describeSides } from './describe-sides'
import { createFrameReader, type ReadFrame } from './frame-layers'
import { withMasksReadOnce } from './is-masked'

/** Describes what of the current selection can be expanded, in either mode, or why nothing can. Reads only. */
export async function describeSelection(): Promise<Selection> {
  const { selection } = figma.currentPage
  const readFrame = createFrameReader()
  // Each description reads everything of the document before it waits for anything.
  const descriptions = withMasksReadOnce(() =>
    Promise.all([
      describeSides(selection),
      describeFrame(selection, readFrame),
      Promise.all(selection.length > 1 ? selection.map((node) => describeLayer(node, readFrame)) : [])
    ])
  )
  const [sides, frame, each] = await descriptions
  return { sides, frame, each }
}

async function describeLayer(node: SceneNode, readFrame: ReadFrame): Promise<SelectedLayer> {
  const { id, name } = node
  const [sides, frame] = await Promise.all([describeSides([node]), describeFrame([node], readFrame)])
  return { nodeId: id, name, sides, frame }
}
