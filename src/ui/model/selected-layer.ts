import type { Selection } from '../../core/plan/target'
import { type Draft, isNothing } from '../draft/read-draft'
import type { ThumbnailSubject } from '../expansion/thumbnails'
import type { AppState } from '../state/app-state'

/** Of a frame with more images than this, the window shows only where they are. */
const mostDrawn = 12

/** Names what was found of the frame and its images: the designer's own choice of layers holds as long as this does. */
export function frameContents(selection: Selection | null): string | null {
  return selection?.frame.kind === 'target'
    ? [selection.frame.target.nodeId, ...selection.frame.target.subjectIds].join()
    : null
}

/** Returns the id of the layer that is selected; null for none, or several. */
export function selectedNode(selection: Selection | null): string | null {
  return selection?.sides.kind === 'target' ? selection.sides.target.nodeId : null
}

/** Returns the id of the selected layer or frame; null if none is known: none, several, or one that cannot be expanded. */
export function selectedLayer(selection: Selection | null): string | null {
  const frame = selection?.frame
  return selectedNode(selection) ?? (frame?.kind === 'target' ? frame.target.nodeId : null)
}

/** Tells whether another layer than that of the recipe is selected, or none, or several. An obstacle may be of the same. */
export function endsRecipe(selection: Selection, recipe: AppState['recipeSettings']): boolean {
  const layer = selectedLayer(selection)
  const isOther = layer !== null && layer !== recipe?.nodeId
  return isOther || selection.each.length > 0 || isNothing(selection)
}

/** Returns what of a draft the window shows an image of: what is sent. Null where it shows none. */
export function thumbnailSubject(draft: Draft): ThumbnailSubject | null {
  if (draft.kind === 'sides') {
    const { nodeId, width, height } = draft.target
    return { nodeId, width, height, layers: draft.content.layers }
  }
  if (draft.kind !== 'frame') {
    return null
  }
  const { nodeId, width, height, layers } = draft.target
  const images = layers.filter((layer) => draft.subjectIds.includes(layer.nodeId))
  return images.length === 0 || images.length > mostDrawn
    ? null
    : {
        nodeId,
        width,
        height,
        layers: images.map((image) => ({
          source: { nodeId: image.nodeId, content: 'everything' },
          imagePlace: image.imagePlace
        }))
      }
}
