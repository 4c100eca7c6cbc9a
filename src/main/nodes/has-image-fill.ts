import { isImagePaint, visiblePaints } from './visible-paints'

/** Tells whether a layer has a visible image fill over its whole box. */
export function hasImageFill(node: SceneNode): boolean {
  return 'fills' in node && node.type !== 'TEXT' && visiblePaints(node.fills).some(isImagePaint)
}
