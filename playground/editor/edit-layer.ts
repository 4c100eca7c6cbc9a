import { multiply, setRelativeTransform, translation } from '../document/geometry'
import type { DocumentNode } from '../document/node'
import { smallestSide } from '../document/resize'
import { resizeByHand } from '../host/api/methods/resizing'

/** How far each side of a layer is dragged outwards, in units of its own axes; negative: inwards. */
export interface Stretch {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

/** Drags sides of a layer, as its handles do: the opposite sides stay. Throws where nothing of it would be left. */
export function stretchLayer(node: DocumentNode, { top, right, bottom, left }: Stretch): void {
  const { relativeTransform } = node
  const width = node.width + left + right
  const height = node.height + top + bottom
  if (width < smallestSide || height < smallestSide) {
    throw new Error(`“${node.name}” cannot be made ${width} × ${height}`)
  }
  resizeByHand(node, width, height)
  setRelativeTransform(node, multiply(relativeTransform, translation(-left, -top)))
}

/** Moves a layer by so much in the space of what it is in. */
export function moveLayer(node: DocumentNode, x: number, y: number): void {
  setRelativeTransform(node, multiply(translation(x, y), node.relativeTransform))
}
