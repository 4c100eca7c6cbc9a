import { type AffineMap, compose, invert, stretchAndMove } from '../../core/geometry/affine'
import type { Size } from '../../core/geometry/size'
import { findLayerToGoBehind, type PositionBehind } from '../nodes/layer-to-go-behind'
import { isSameSize, isSameTransform } from '../nodes/same-geometry'

/**
 * Adds a rectangle with a fill directly behind a layer, such that nothing else moves. `place` maps the rectangle's own units
 * (`size`) to the layer's. Throws and changes nothing if there is no place for it or the platform refuses.
 */
export function placeBehind(node: SceneNode, fill: ImagePaint, size: Size, place: AffineMap): RectangleNode {
  const host = findLayerToGoBehind(node)
  if (!host.ok) {
    throw new Error(`there is no place behind a ${node.type}: ${host.failure.kind}`)
  }
  const { parent, anchor } = host.value
  const rectangle = figma.createRectangle()
  try {
    rectangle.name = 'Expanded image'
    rectangle.fills = [fill]
    insertStill(rectangle, host.value, () => {
      setPlace(rectangle, size, compose(placeIn(parent, node), place))
    })
    if (anchor.id === node.id && 'constraints' in node) {
      rectangle.constraints = node.constraints
    }
    return rectangle
  } catch (error) {
    rectangle.remove()
    throw error
  }
}

/** Adds a rectangle with a fill beneath all layers of a frame, over its whole box. Throws as `placeBehind` does. */
export function placeBeneathAll(frame: FrameNode | ComponentNode, fill: ImagePaint): RectangleNode {
  const rectangle = figma.createRectangle()
  try {
    rectangle.name = 'Expanded image'
    rectangle.fills = [fill]
    insertStill(rectangle, { parent: frame, anchor: null }, () => {
      rectangle.resize(frame.width, frame.height)
      rectangle.relativeTransform = [
        [1, 0, 0],
        [0, 1, 0]
      ]
    })
    rectangle.constraints = { horizontal: 'SCALE', vertical: 'SCALE' }
    return rectangle
  } catch (error) {
    rectangle.remove()
    throw error
  }
}

/** Inserts the rectangle outside any layout; throws if another child of the parent has moved. */
function insertStill(
  rectangle: RectangleNode,
  { parent, anchor }: { readonly parent: PositionBehind['parent']; readonly anchor: SceneNode | null },
  place: () => void
): void {
  const before = parent.children
    .filter(({ id }) => id !== rectangle.id)
    .map((child) => ({
      child,
      was: child.absoluteTransform,
      width: child.width,
      height: child.height
    }))
  const index = anchor === null ? 0 : parent.children.findIndex(({ id }) => id === anchor.id)
  const rows = 'gridRowCount' in parent && parent.layoutMode === 'GRID' ? parent.gridRowCount : null
  // Auto layout makes no room for a hidden layer.
  rectangle.visible = false
  parent.insertChild(Math.max(0, index), rectangle)
  if ('layoutMode' in parent && parent.layoutMode !== 'NONE') {
    rectangle.layoutPositioning = 'ABSOLUTE'
    if (rows !== null && parent.gridRowCount > rows) {
      // A full grid has made room for the rectangle before it was taken out of the layout.
      parent.gridRowCount = rows
    }
  }
  rectangle.visible = true
  place()
  const moved = before.find(
    ({ child, was, ...size }) => !isSameTransform(was, child.absoluteTransform) || !isSameSize(child, size)
  )
  if (moved !== undefined) {
    throw new Error(`a ${moved.child.type} would have been moved`)
  }
}

/** Computes a layer's transform in the frame, section or page that positions the children of `parent` (never a group). */
function placeIn(parent: PositionBehind['parent'], node: SceneNode): AffineMap {
  let container: BaseNode | null = parent
  while (container !== null && container.type === 'GROUP') {
    container = container.parent
  }
  return container !== null && 'absoluteTransform' in container
    ? compose(invert(container.absoluteTransform), node.absoluteTransform)
    : node.absoluteTransform
}

/** Splits a map into a transform with unit axes (plugin-api.d.ts, `relativeTransform`) and a size. */
function setPlace(rectangle: RectangleNode, { width, height }: Size, place: AffineMap): void {
  const [[a, b], [c, d]] = place
  const across = Math.hypot(a, c)
  const down = Math.hypot(b, d)
  const [[e, f, x], [g, h, y]] = compose(place, stretchAndMove(1 / across, 1 / down, 0, 0))
  rectangle.resize(width * across, height * down)
  rectangle.relativeTransform = [
    [e, f, x],
    [g, h, y]
  ]
}
