import { unbind } from './bound-variables'
import { isGroupLike } from './geometry'
import type { DocumentNode } from './node'
import { scaleOutlines } from './path-data'

const lengths = [
  'width',
  'height',
  'strokeWeight',
  'fontSize',
  'letterSpacingPx',
  'itemSpacing',
  'counterAxisSpacing',
  'paddingLeft',
  'paddingRight',
  'paddingTop',
  'paddingBottom',
  'gridRowGap',
  'gridColumnGap'
] as const
const optionalLengths = ['lineHeightPx', 'minWidth', 'maxWidth', 'minHeight', 'maxHeight'] as const
const boundLengths = [...lengths, 'minWidth', 'maxWidth', 'minHeight', 'maxHeight', 'cornerRadius']

/**
 * Scales a node with all that is in it by one factor, as the Scale tool does: sizes, places, strokes, radii, text,
 * layout and effects. Its top left corner stays; bindings of what is scaled end.
 */
export function rescaleNode(node: DocumentNode, scale: number): void {
  scaleOwn(node, scale)
  scaleChildren(node, scale, originOf(node))
}

/** What is in a group lies in its container's space, and is scaled about the group's own corner there. */
function originOf(node: DocumentNode): Vector {
  const [[, , x], [, , y]] = node.relativeTransform
  return isGroupLike(node) ? { x, y } : { x: 0, y: 0 }
}

function scaleChildren(node: DocumentNode, scale: number, origin: Vector): void {
  for (const child of node.children) {
    const [[a, c, x], [b, d, y]] = child.relativeTransform
    child.relativeTransform = [
      [a, c, origin.x + (x - origin.x) * scale],
      [b, d, origin.y + (y - origin.y) * scale]
    ]
    scaleOwn(child, scale)
    scaleChildren(child, scale, isGroupLike(child) ? origin : { x: 0, y: 0 })
  }
}

function scaleOwn(node: DocumentNode, scale: number): void {
  for (const name of lengths) {
    node[name] *= scale
  }
  for (const name of optionalLengths) {
    node[name] = scaled(node[name], scale)
  }
  unbind(node, ...boundLengths)
  const [topLeft, topRight, bottomRight, bottomLeft] = node.cornerRadii
  node.cornerRadii = [topLeft * scale, topRight * scale, bottomRight * scale, bottomLeft * scale]
  const weights = node.individualStrokeWeights
  node.individualStrokeWeights =
    weights === null
      ? null
      : {
          top: weights.top * scale,
          right: weights.right * scale,
          bottom: weights.bottom * scale,
          left: weights.left * scale
        }
  node.dashPattern = node.dashPattern.map((length) => length * scale)
  node.vectorPaths = scaleOutlines(node.vectorPaths, scale, scale)
  node.strokeGeometry = scaleOutlines(node.strokeGeometry, scale, scale)
  node.gridRowSizes = scaledTracks(node.gridRowSizes, scale)
  node.gridColumnSizes = scaledTracks(node.gridColumnSizes, scale)
  node.effects = node.effects.map((effect) => scaledEffect(effect, scale))
}

function scaled(length: number | null, scale: number): number | null {
  return length === null ? null : length * scale
}

function scaledTracks(tracks: readonly GridTrackSize[], scale: number): readonly GridTrackSize[] {
  return tracks.map((track) =>
    track.type === 'FIXED' ? { type: 'FIXED', value: (track.value ?? 0) * scale } : track
  )
}

function scaledEffect(effect: Effect, scale: number): Effect {
  switch (effect.type) {
    case 'DROP_SHADOW':
    case 'INNER_SHADOW':
      return {
        ...effect,
        offset: { x: effect.offset.x * scale, y: effect.offset.y * scale },
        radius: effect.radius * scale,
        spread: (effect.spread ?? 0) * scale
      }
    case 'LAYER_BLUR':
    case 'BACKGROUND_BLUR':
      return { ...effect, radius: effect.radius * scale }
    default:
      return effect
  }
}
