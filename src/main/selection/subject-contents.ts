import { compose, invert, stretchAndMove } from '../../core/geometry/affine'
import type { RoundedBox } from '../../core/geometry/rounded-box'
import type { SubjectLayer } from '../../core/plan/plan'
import type { SubjectContent } from '../../core/plan/target'
import { blendingObstacle } from '../nodes/compositing-obstacle'
import { childrenOf, type ExpandableNode, kindOf } from '../nodes/expandable-node'
import { hasImageFill } from '../nodes/has-image-fill'
import { isMasked } from '../nodes/is-masked'
import { visiblePaints } from '../nodes/visible-paints'
import { imagePlaceIn } from './image-place'
import { isImageLayer } from './is-image-layer'
import { nativeScale } from './native-scale'
import { roundedBoxOf } from './rounded-box-of'

type Contents = readonly [SubjectContent, ...SubjectContent[]]

/**
 * Finds the ways of sending a layer. The background alone is its own paints up to the topmost image, or the lowest image layers
 * of a frame without an image of its own. It comes first, and is the only way for a layer with nothing else in it.
 */
export async function subjectContents(node: ExpandableNode): Promise<Contents> {
  // Reads the document before awaiting anything, since it may change meanwhile.
  const contents = readContents(node)
  const [first, ...others] = contents
  return [await complete(first), ...(await Promise.all(others.map(complete)))]
}

interface Read {
  readonly content: Omit<SubjectContent, 'nativeScale'>
  readonly scales: readonly Promise<number | null>[]
}

async function complete({ content, scales }: Read): Promise<SubjectContent> {
  const known = (await Promise.all(scales)).filter((scale) => scale !== null)
  return { ...content, nativeScale: known.length === 0 ? null : Math.max(...known) }
}

function readContents(node: ExpandableNode): readonly [Read, ...Read[]] {
  const isFrame = node.type === 'FRAME' || node.type === 'COMPONENT' || node.type === 'INSTANCE'
  const visible = isFrame ? childrenOf(node).filter((child) => child.visible) : []
  const imageLayers = lowestImageLayers(visible)
  const editable = visible.slice(imageLayers.length)
  const everything: Read = {
    content: {
      kind: 'everything',
      layers: [wholeLayer(node, node)],
      liveLayers: editable.length,
      liveShapes: [],
      seenTwice: visible.find(showsWhatIsBeneath)?.name ?? null
    },
    scales: [nativeScale(node, 'everything')]
  }
  if (hasImageFill(node) || kindOf(node) === 'shape') {
    const background = readBackground(node, [], visible)
    return visible.length > 0 ? [background, everything] : [background]
  }
  if (imageLayers.length === 0 || editable.length === 0) {
    return [everything]
  }
  return [readBackground(node, imageLayers, editable), everything]
}

function showsWhatIsBeneath(layer: SceneNode): boolean {
  return blendingObstacle(layer) !== null
}

function readBackground(
  node: ExpandableNode,
  imageLayers: readonly SceneNode[],
  editable: readonly SceneNode[]
): Read {
  const hasPaints = 'fills' in node && visiblePaints(node.fills).length > 0
  const own: SubjectLayer = {
    source: { nodeId: node.id, content: 'backdrop' },
    imagePlace: stretchAndMove(node.width, node.height, 0, 0)
  }
  return {
    content: {
      kind: 'background',
      layers: [...(hasPaints ? [own] : []), ...imageLayers.map((layer) => wholeLayer(node, layer))],
      liveLayers: editable.length,
      liveShapes: shapesIn(node, editable.slice(-mostShapes)),
      seenTwice: null
    },
    scales: [nativeScale(node, 'backdrop'), ...imageLayers.map((layer) => nativeScale(layer, 'everything'))]
  }
}

/** Most boxes that the window shows: more would hide one another. */
const mostShapes = 50

function shapesIn(around: ExpandableNode, layers: readonly SceneNode[]): readonly RoundedBox[] {
  const inverse = invert(around.absoluteTransform)
  return layers.map((layer) => roundedBoxOf(layer, compose(inverse, layer.absoluteTransform)))
}

function wholeLayer(around: ExpandableNode, node: SceneNode): SubjectLayer {
  return { source: { nodeId: node.id, content: 'everything' }, imagePlace: imagePlaceIn(around, node) }
}

/** Returns the lowest visible layers of a frame, up to the first that is no image layer or is cut by a mask. */
export function lowestImageLayers(visible: readonly SceneNode[]): readonly SceneNode[] {
  const end = visible.findIndex((layer) => !isImageLayer(layer) || isMasked(layer))
  return end === -1 ? visible : visible.slice(0, end)
}
