import { compose, identity, invert } from '../core/affine'
import type { FrameLayer, FrameTarget } from '../core/frame-target'
import type { KeptShape } from '../core/mask/kept-shape'
import { coversFrame, planFrame } from '../core/plan-frame'
import type { Found, Obstacle } from '../core/target'
import { hasFillStyle } from './can-grow'
import { hasAncestor } from './has-ancestor'
import { hasPattern } from './has-pattern'
import { imagePlaceIn } from './image-place'
import { isHidden } from './is-hidden'
import { mayBeSeeThrough } from './may-be-see-through'
import { nativeScale } from './native-scale'
import { isPicture } from './is-picture'
import { isOpaquePaint, unfitnessOf } from './unfitness'
import { visiblePaints } from './visible-paints'

/** The kinds of layer that can be a canvas: they hold layers and take a fill beneath them. */
type FrameNodeLike = FrameNode | ComponentNode | InstanceNode

/**
 * Finds the frame whose empty area can be filled, and the layers that are its picture: the selected layers in their
 * parent frame; or, where a frame is selected, the pictures in it. Else says why there is none.
 */
export async function describeFrame(selection: readonly SceneNode[]): Promise<Found<FrameTarget>> {
  const found = findFrame(selection)
  return found.kind === 'target' ? { kind: 'target', target: await found.target } : found
}

/** Reads everything of the document at once, since it may change while the sizes of images are waited for. */
function findFrame(selection: readonly SceneNode[]): Found<Promise<FrameTarget>> {
  const [first, ...others] = selection
  if (first === undefined) {
    return blocked({ kind: 'nothing-selected' })
  }
  const hidden = selection.find(isHidden)
  if (hidden !== undefined) {
    return blocked({ kind: 'hidden', name: hidden.name })
  }
  const pictures = others.length === 0 && isFrameLike(first) ? picturesIn(first) : []
  const inside = isFrameLike(first) && pictures.length > 0 ? outline(first, pictures) : null
  const { parent } = first
  if (
    inside !== null &&
    isFrameLike(first) &&
    (planFrame(inside).ok || parent === null || !isFrameLike(parent))
  ) {
    return target(first, inside)
  }
  if (others.some((other) => other.parent?.id !== parent?.id)) {
    return blocked({ kind: 'different-parents' })
  }
  if (parent !== null && isFrameLike(parent)) {
    return target(parent, outline(parent, selection))
  }
  return isFrameLike(first)
    ? blocked({ kind: 'no-picture-inside', name: first.name })
    : blocked({ kind: 'no-frame-around', name: first.name, parentType: parent?.type ?? 'PAGE' })
}

function blocked(obstacle: Obstacle): { readonly kind: 'obstacle'; readonly obstacle: Obstacle } {
  return { kind: 'obstacle', obstacle }
}

function isFrameLike(node: BaseNode): node is FrameNodeLike {
  return node.type === 'FRAME' || node.type === 'COMPONENT' || node.type === 'INSTANCE'
}

function picturesIn(frame: FrameNodeLike): readonly SceneNode[] {
  return frame.children.filter((child) => child.visible && isPicture(child))
}

/** The frame as it is now; how sharp its layers' images are is not known yet. */
function outline(frame: FrameNodeLike, subjects: readonly SceneNode[]): FrameTarget {
  return {
    nodeId: frame.id,
    name: frame.name,
    width: frame.width,
    height: frame.height,
    clip: frame.clipsContent ? boxOf(frame, identity) : null,
    subjectIds: subjects.map(({ id }) => id),
    layers: visibleIn(frame).map((layer) => describeLayer(layer, frame))
  }
}

function visibleIn(frame: BaseNode): readonly SceneNode[] {
  return isFrameLike(frame) ? frame.children.filter((child) => child.visible) : []
}

/** Adds to the outline of a frame what has to be waited for. */
function target(frame: FrameNodeLike, outlined: FrameTarget): Found<Promise<FrameTarget>> {
  if (hasPattern(frame)) {
    return blocked({ kind: 'pattern-fill', name: frame.name })
  }
  if (hasFillStyle(frame) && (frame.type === 'INSTANCE' || hasAncestor(frame, 'INSTANCE'))) {
    return blocked({ kind: 'styled-instance', name: frame.name })
  }
  const layers = visibleIn(frame)
  const scales = layers.map((layer) => nativeScale(layer, 'everything'))
  // Looking for transparency reads whole images, so only where it decides whether there is anything to fill.
  const seeThrough = coversFrame(outlined) ? layers.map(mayBeSeeThrough) : []
  const complete = async (): Promise<FrameTarget> => {
    const [knownScales, knownSeeThrough] = await Promise.all([Promise.all(scales), Promise.all(seeThrough)])
    return {
      ...outlined,
      layers: outlined.layers.map((layer, index) => ({
        ...layer,
        nativeScale: knownScales[index] ?? null,
        mayBeSeeThrough: knownSeeThrough[index] ?? false
      }))
    }
  }
  return { kind: 'target', target: complete() }
}

function describeLayer(layer: SceneNode, frame: FrameNodeLike): FrameLayer {
  return {
    nodeId: layer.id,
    name: layer.name,
    shape: boxOf(layer, compose(invert(frame.absoluteTransform), layer.absoluteTransform)),
    imagePlace: imagePlaceIn(frame, layer),
    nativeScale: null,
    unfit: unfitnessOf(layer),
    hidesBeneath: hidesBeneath(layer),
    mayBeSeeThrough: false
  }
}

function boxOf(node: SceneNode, place: KeptShape['place']): KeptShape {
  const radii =
    'topLeftRadius' in node
      ? ([node.topLeftRadius, node.topRightRadius, node.bottomRightRadius, node.bottomLeftRadius] as const)
      : ([0, 0, 0, 0] as const)
  return { width: node.width, height: node.height, radii, place }
}

/** Only what is sure: a box with a solid fill and nothing that would let anything through. */
function hidesBeneath(node: SceneNode): boolean {
  const isBox = node.type === 'RECTANGLE' || node.type === 'FRAME'
  return (
    isBox &&
    unfitnessOf(node) === null &&
    visiblePaints(node.fills).some((paint) => paint.type === 'SOLID' && isOpaquePaint(paint))
  )
}
