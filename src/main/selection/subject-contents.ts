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
 * Finds what can be sent of a layer. The background alone is what its own paints show, up to its topmost image; or, in a
 * frame without an image of its own, its lowest layers as long as they are pictures. It comes first, and alone for a
 * layer that holds nothing else.
 */
export async function subjectContents(node: ExpandableNode): Promise<Contents> {
  // Everything of the document is read before the waiting, since it may change meanwhile.
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
  const pictures = lowestImageLayers(visible)
  const live = visible.slice(pictures.length)
  const everything: Read = {
    content: {
      kind: 'everything',
      layers: [wholeLayer(node, node)],
      liveLayers: live.length,
      liveShapes: [],
      seenTwice: visible.find(showsWhatIsBeneath)?.name ?? null
    },
    scales: [nativeScale(node, 'everything')]
  }
  if (hasImageFill(node) || kindOf(node) === 'shape') {
    const background = readBackground(node, [], visible)
    return visible.length > 0 ? [background, everything] : [background]
  }
  if (pictures.length === 0 || live.length === 0) {
    return [everything]
  }
  return [readBackground(node, pictures, live), everything]
}

function showsWhatIsBeneath(layer: SceneNode): boolean {
  return blendingObstacle(layer) !== null
}

function readBackground(
  node: ExpandableNode,
  pictures: readonly SceneNode[],
  live: readonly SceneNode[]
): Read {
  const hasPaints = 'fills' in node && visiblePaints(node.fills).length > 0
  const own: SubjectLayer = {
    source: { nodeId: node.id, content: 'backdrop' },
    imagePlace: stretchAndMove(node.width, node.height, 0, 0)
  }
  return {
    content: {
      kind: 'background',
      layers: [...(hasPaints ? [own] : []), ...pictures.map((picture) => wholeLayer(node, picture))],
      liveLayers: live.length,
      liveShapes: shapesIn(node, live.slice(-mostShapes)),
      seenTwice: null
    },
    scales: [nativeScale(node, 'backdrop'), ...pictures.map((picture) => nativeScale(picture, 'everything'))]
  }
}

/** More boxes than this would only hide one another in the window. */
const mostShapes = 50

function shapesIn(around: ExpandableNode, layers: readonly SceneNode[]): readonly RoundedBox[] {
  const inverse = invert(around.absoluteTransform)
  return layers.map((layer) => roundedBoxOf(layer, compose(inverse, layer.absoluteTransform)))
}

function wholeLayer(around: ExpandableNode, node: SceneNode): SubjectLayer {
  return { source: { nodeId: node.id, content: 'everything' }, imagePlace: imagePlaceIn(around, node) }
}

/** The visible layers of a frame from the bottom up, as long as they are pictures that no mask cuts. */
export function lowestImageLayers(visible: readonly SceneNode[]): readonly SceneNode[] {
  const end = visible.findIndex((layer) => !isImageLayer(layer) || isMasked(layer))
  return end === -1 ? visible : visible.slice(0, end)
}
