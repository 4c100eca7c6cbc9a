import { hasImageFill } from '../nodes/has-image-fill'

/**
 * Tells whether a layer is an image layer: it shows an image itself, or is a group or boolean of image layers only. A frame or
 * an instance that contains an image is a design of its own and stays editable.
 */
export function isImageLayer(node: SceneNode): boolean {
  if (node.type === 'GROUP') {
    const visible = node.children.filter((child) => child.visible)
    return visible.length > 0 && visible.every(isImageLayer)
  }
  return hasImageFill(node)
}
