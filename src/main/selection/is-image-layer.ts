import { showsImage } from '../nodes/has-image-fill'

/**
 * Tells whether a layer is a picture: it shows an image itself, or is a group or boolean of nothing but pictures. A frame
 * or an instance with an image somewhere inside is a design of its own, and stays live.
 */
export function isPicture(node: SceneNode): boolean {
  if (node.type === 'GROUP') {
    const visible = node.children.filter((child) => child.visible)
    return visible.length > 0 && visible.every(isPicture)
  }
  return showsImage(node)
}
