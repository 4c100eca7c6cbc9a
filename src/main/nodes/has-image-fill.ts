import { isImagePaint, visiblePaints } from './visible-paints'

/** Tells whether a layer shows an image by a fill of its own, over its whole box. */
export function hasImageFill(node: SceneNode): boolean {
  return 'fills' in node && node.type !== 'TEXT' && visiblePaints(node.fills).some(isImagePaint)
}
