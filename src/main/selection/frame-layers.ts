import { compose, identity, invert } from '../../core/geometry/affine'
import type { RoundedBox } from '../../core/geometry/rounded-box'
import type { FrameLayer } from '../../core/plan/frame-target'
import { hasAlphaChannel } from '../../core/png/alpha-channel'
import { compositingObstacle, isOpaquePaint } from '../nodes/compositing-obstacle'
import { isImagePaint, visiblePaints } from '../nodes/visible-paints'
import { imagePlaceIn } from './image-place'
import { nativeScale } from './native-scale'
import { roundedBoxOf } from './rounded-box-of'

/** The types of layers that can be a canvas: they have children and accept a fill beneath them. */
export type FrameNodeLike = FrameNode | ComponentNode | InstanceNode

/** The visible layers of a frame, read synchronously except for the functions. */
interface FrameLayers {
  readonly clip: RoundedBox | null
  /** The visible layers, bottom first, without native scale and transparency. */
  readonly layers: readonly FrameLayer[]
  readonly nativeScales: () => Promise<readonly (number | null)[]>
  /** Tells which layers may be transparent. Reads whole images, so it is called only if it decides something. */
  readonly seeThrough: () => Promise<readonly boolean[]>
}

export type ReadFrame = (frame: FrameNodeLike) => FrameLayers

/**
 * Returns a reader that reads each frame once, for descriptions that are made together: each of a hundred layers of a frame has
 * the other ninety-nine in its description.
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

/** Tells whether a layer surely hides everything beneath: a box with an opaque solid fill. */
function hasOpaqueBox(node: SceneNode): boolean {
  const isBox = node.type === 'RECTANGLE' || node.type === 'FRAME'
  return isBox && visiblePaints(node.fills).some((paint) => paint.type === 'SOLID' && isOpaquePaint(paint))
}

/**
 * Tells whether a layer may be transparent within its box, by its type and by whether its images' formats have alpha. The
 * export shows whether it is.
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
    // An unreadable image may be transparent.
    return null
  }
}
