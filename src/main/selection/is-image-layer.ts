import { hasImageFill } from '../nodes/has-image-fill'

/**
 * Tells whether a layer is a picture: it shows an image itself, or is a group or boolean of nothing but pictures. A frame
 * or an instance with an image somewhere inside is a design of its own, and stays live.
 */
export function isImageLayer(node: SceneNode): boolean {
  if (node.type === 'GROUP') {
    const visible = node.children.filter((child) => child.visible)
    return visible.length > 0 && visible.every(isImageLayer)
  }
  return hasImageFill(node)
}
