import { compose, identity, invert } from '../../core/geometry/affine'
import type { RoundedBox } from '../../core/geometry/rounded-box'
import type { FrameLayer } from '../../core/plan/frame-target'
import { hasAlphaChannel } from '../../core/png/alpha-channel'
import { compositingObstacle, isOpaquePaint } from '../nodes/compositing-obstacle'
import { isImagePaint, visiblePaints } from '../nodes/visible-paints'
import { imagePlaceIn } from './image-place'
import { nativeScale } from './native-scale'
import { roundedBoxOf } from './rounded-box-of'

/** The kinds of layer that can be a canvas: they hold layers and take a fill beneath them. */
export type FrameNodeLike = FrameNode | ComponentNode | InstanceNode

/** What a frame shows. All that is not waited for is read at once. */
interface FrameLayers {
  readonly clip: RoundedBox | null
  /** Its visible layers, bottom first; how sharp their images are and whether they are see-through is not known yet. */
  readonly layers: readonly FrameLayer[]
  readonly nativeScales: () => Promise<readonly (number | null)[]>
  /** Reads whole images: only for where it decides something. */
  readonly seeThrough: () => Promise<readonly boolean[]>
}

export type ReadFrame = (frame: FrameNodeLike) => FrameLayers

/**
 * Makes a reader of frames that reads each of them once, for the descriptions that are made at one time: of a hundred
 * layers of one frame, each has the other ninety-nine in its description.
 */
export function createFrameReader(): ReadFrame {
  const read = new Map<string, FrameLayers>()
  return (frame) => {
    const known = read.get(frame.id) ?? readFrame(frame)
    read.set(frame.id, known)
    return known
  }
}

function readFrame(frame: FrameNodeLike): FrameLayers {
  const visible = frame.children.filter((child) => child.visible)
  return {
    clip: frame.clipsContent ? roundedBoxOf(frame, identity) : null,
    layers: visible.map((layer) => describeLayer(layer, frame)),
    nativeScales: once(() => Promise.all(visible.map((layer) => nativeScale(layer, 'everything')))),
    seeThrough: once(() => Promise.all(visible.map(mayBeSeeThrough)))
  }
}

function once<Value>(work: () => Value): () => Value {
  let done: { readonly value: Value } | null = null
  return () => {
    done ??= { value: work() }
    return done.value
  }
}

function describeLayer(layer: SceneNode, frame: FrameNodeLike): FrameLayer {
  const unfit = compositingObstacle(layer)
  return {
    nodeId: layer.id,
    name: layer.name,
    shape: roundedBoxOf(layer, compose(invert(frame.absoluteTransform), layer.absoluteTransform)),
    imagePlace: imagePlaceIn(frame, layer),
    nativeScale: null,
    unfit,
    hidesBeneath: unfit === null && hasOpaqueBox(layer),
    mayBeSeeThrough: false
  }
}

/** Only what is sure: a box with a solid fill that lets nothing through. */
function hasOpaqueBox(node: SceneNode): boolean {
  const isBox = node.type === 'RECTANGLE' || node.type === 'FRAME'
  return isBox && visiblePaints(node.fills).some((paint) => paint.type === 'SOLID' && isOpaquePaint(paint))
}

/**
 * Tells whether a layer may be see-through somewhere within its box: by what kind it is, and whether the images in it can
 * hold transparency at all. Whether they do is seen when they are exported.
 */
async function mayBeSeeThrough(node: SceneNode): Promise<boolean> {
  if (
    node.type !== 'RECTANGLE' &&
    node.type !== 'FRAME' &&
    node.type !== 'COMPONENT' &&
    node.type !== 'INSTANCE'
  ) {
    return true
  }
  const paints = visiblePaints(node.fills)
  if (paints.some((paint) => paint.type === 'SOLID' && (paint.opacity ?? 1) === 1)) {
    return false
  }
  const images = paints.filter(isImagePaint)
  if (images.some(({ scaleMode }) => scaleMode === 'FIT')) {
    return true
  }
  const stored = await Promise.all(images.map(({ imageHash }) => bytesOf(imageHash)))
  return stored.every((bytes) => bytes === null || hasAlphaChannel(bytes))
}

async function bytesOf(hash: string | null): Promise<Uint8Array | null> {
  try {
    return (await (hash === null ? null : figma.getImageByHash(hash))?.getBytesAsync()) ?? null
  } catch {
    // An image that cannot be read may be anything.
    return null
  }
}
