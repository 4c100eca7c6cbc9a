import { compose, identity, invert, stretchAndMove, type AffineMap } from '../core/affine'
import type { FrameLayer, FrameTarget } from '../core/frame-target'
import type { KeptShape } from '../core/mask/kept-shape'
import { planFrame } from '../core/plan-frame'
import type { Found, Obstacle } from '../core/target'
import { isHidden } from './is-hidden'
import { nativeScale } from './native-scale'
import { isPicture } from './is-picture'

/** The kinds of layer that can be a canvas: they hold layers and take a fill beneath them. */
type FrameNodeLike = FrameNode | ComponentNode | InstanceNode

/**
 * Finds the frame whose empty area can be filled, and the layers that are its picture: the selected layers in their
 * parent frame; or, where a frame is selected, the pictures in it. Else says why there is none.
 */
export async function describeFrame(selection: readonly SceneNode[]): Promise<Found<FrameTarget>> {
  const [first, ...others] = selection
  if (first === undefined) {
    return blocked({ kind: 'nothing-selected' })
  }
  const hidden = selection.find(isHidden)
  if (hidden !== undefined) {
    return blocked({ kind: 'hidden', name: hidden.name })
  }
  const inside = others.length === 0 && isFrameLike(first) ? await describeInside(first) : null
  if (inside !== null && planFrame(inside).ok) {
    return { kind: 'target', target: inside }
  }
  const { parent } = first
  if (others.some((other) => other.parent?.id !== parent?.id)) {
    return blocked({ kind: 'different-parents' })
  }
  if (parent !== null && isFrameLike(parent)) {
    return { kind: 'target', target: await describeTarget(parent, selection) }
  }
  if (inside !== null) {
    return { kind: 'target', target: inside }
  }
  if (isFrameLike(first)) {
    return blocked({ kind: 'no-picture-inside', name: first.name })
  }
  return blocked({ kind: 'no-frame-around', name: first.name, parentType: parent?.type ?? 'PAGE' })
}

function blocked(obstacle: Obstacle): Found<FrameTarget> {
  return { kind: 'obstacle', obstacle }
}

function isFrameLike(node: BaseNode): node is FrameNodeLike {
  return node.type === 'FRAME' || node.type === 'COMPONENT' || node.type === 'INSTANCE'
}

/** The frame with the pictures in it as its subject; null where there is none. */
async function describeInside(frame: FrameNodeLike): Promise<FrameTarget | null> {
  const pictures = frame.children.filter((child) => child.visible && isPicture(child))
  return pictures.length === 0 ? null : describeTarget(frame, pictures)
}

async function describeTarget(frame: FrameNodeLike, subjects: readonly SceneNode[]): Promise<FrameTarget> {
  // Everything of the document is read before the waiting, since it may change meanwhile.
  const visible = frame.children.filter((child) => child.visible)
  const seen = {
    nodeId: frame.id,
    name: frame.name,
    width: frame.width,
    height: frame.height,
    clip: frame.clipsContent ? boxOf(frame, identity) : null,
    subjectIds: subjects.map(({ id }) => id)
  }
  const toFrame = invert(frame.absoluteTransform)
  const layers = visible.map((layer) => ({
    layer: describeLayer(layer, toFrame),
    scale: nativeScale(layer, 'everything')
  }))
  return {
    ...seen,
    layers: await Promise.all(
      layers.map(async ({ layer, scale }) => ({ ...layer, nativeScale: await scale }))
    )
  }
}

function describeLayer(layer: SceneNode, toFrame: AffineMap): Omit<FrameLayer, 'nativeScale'> {
  const bounds = layer.absoluteBoundingBox ?? { x: 0, y: 0, width: 0, height: 0 }
  return {
    nodeId: layer.id,
    name: layer.name,
    shape: boxOf(layer, compose(toFrame, layer.absoluteTransform)),
    // An export shows the upright box around the layer on the page, however layer and frame are turned.
    imagePlace: compose(toFrame, stretchAndMove(bounds.width, bounds.height, bounds.x, bounds.y)),
    unfit: unfitnessOf(layer)
  }
}

function boxOf(node: SceneNode, place: KeptShape['place']): KeptShape {
  const radii =
    'topLeftRadius' in node
      ? ([node.topLeftRadius, node.topRightRadius, node.bottomRightRadius, node.bottomLeftRadius] as const)
      : ([0, 0, 0, 0] as const)
  return { width: node.width, height: node.height, radii, place }
}

/** What lets the new image show through, or mixes with it, is not kept as it is. */
function unfitnessOf(node: SceneNode): FrameLayer['unfit'] {
  if ('opacity' in node && node.opacity < 1) {
    return 'see-through'
  }
  return 'blendMode' in node && node.blendMode !== 'NORMAL' && node.blendMode !== 'PASS_THROUGH'
    ? 'blended'
    : null
}
