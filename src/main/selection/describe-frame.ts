import type { Size } from '../../core/geometry/size'
import type { FrameTarget } from '../../core/plan/frame-target'
import { coversFrame, planFrame } from '../../core/plan/plan-frame'
import type { Found, Obstacle } from '../../core/plan/target'
import { hasFillStyle } from '../growth/can-grow'
import { hasAncestor, isHidden } from '../nodes/ancestors'
import { hasImageFill } from '../nodes/has-image-fill'
import { pagePositionOf } from '../nodes/page-position-of'
import { hasPattern } from '../nodes/visible-paints'
import { placedImageHashes } from '../placed/placed-records'
import { createFrameReader, type FrameNodeLike, type ReadFrame } from './frame-layers'
import { isImageLayer } from './is-image-layer'

/** Sides of images are whole pixels, and those of frames are not: their shapes may differ by so much. */
const tolerance = 0.01

/**
 * Finds the frame whose empty area can be filled, and the layers that are its picture: the selected layers in their
 * parent frame, or the pictures in it where texts are selected; or, where a frame is selected, the pictures in that. Else
 * says why there is none.
 */
export async function describeFrame(
  selection: readonly SceneNode[],
  readFrame: ReadFrame = createFrameReader()
): Promise<Found<FrameTarget>> {
  const found = findFrame(selection, readFrame)
  return found.kind === 'target' ? { kind: 'target', target: await found.target } : found
}

/** Reads everything of the document at once, since it may change while the sizes of images are waited for. */
function findFrame(selection: readonly SceneNode[], readFrame: ReadFrame): Found<Promise<FrameTarget>> {
  const [first, ...others] = selection
  if (first === undefined) {
    return blocked({ kind: 'nothing-selected' })
  }
  const hidden = selection.find(isHidden)
  if (hidden !== undefined) {
    return blocked({ kind: 'hidden', name: hidden.name })
  }
  const pictures = others.length === 0 && isFrameLike(first) ? picturesIn(first) : []
  const inside = isFrameLike(first) && pictures.length > 0 ? outline(first, pictures, readFrame) : null
  const { parent } = first
  if (
    inside !== null &&
    isFrameLike(first) &&
    (planFrame(inside).ok || parent === null || !isFrameLike(parent))
  ) {
    return target(first, inside, readFrame)
  }
  if (others.some((other) => other.parent?.id !== parent?.id)) {
    return blocked({ kind: 'different-parents' })
  }
  if (parent !== null && isFrameLike(parent)) {
    return target(parent, outline(parent, subjectsIn(parent, selection), readFrame), readFrame)
  }
  return isFrameLike(first)
    ? blocked({ kind: hasImageFill(first) ? 'picture-is-fill' : 'no-picture-inside', name: first.name })
    : blocked({ kind: 'no-frame-around', name: first.name, parentType: parent?.type ?? 'PAGE' })
}

function blocked(obstacle: Obstacle): { readonly kind: 'obstacle'; readonly obstacle: Obstacle } {
  return { kind: 'obstacle', obstacle }
}

function isFrameLike(node: BaseNode): node is FrameNodeLike {
  return node.type === 'FRAME' || node.type === 'COMPONENT' || node.type === 'INSTANCE'
}

function picturesIn(frame: FrameNodeLike): readonly SceneNode[] {
  return frame.children.filter((child) => child.visible && isImageLayer(child))
}

/** The selected layers are the picture; texts are not, as long as there is a picture. */
function subjectsIn(frame: FrameNodeLike, selection: readonly SceneNode[]): readonly SceneNode[] {
  const others = selection.filter(({ type }) => type !== 'TEXT')
  const subjects = others.length > 0 ? others : picturesIn(frame)
  return subjects.length > 0 ? subjects : selection
}

/** The frame as it is now; how sharp its layers' images are, and whether it is filled, is not known yet. */
function outline(frame: FrameNodeLike, subjects: readonly SceneNode[], readFrame: ReadFrame): FrameTarget {
  const { clip, layers } = readFrame(frame)
  return {
    nodeId: frame.id,
    name: frame.name,
    origin: pagePositionOf(frame),
    width: frame.width,
    height: frame.height,
    clip,
    isFilled: false,
    subjectIds: subjects.map(({ id }) => id),
    layers
  }
}

/** Adds to the outline of a frame what has to be waited for. */
function target(
  frame: FrameNodeLike,
  outlined: FrameTarget,
  readFrame: ReadFrame
): Found<Promise<FrameTarget>> {
  if (hasPattern(frame)) {
    return blocked({ kind: 'pattern-fill', name: frame.name })
  }
  if (hasFillStyle(frame) && (frame.type === 'INSTANCE' || hasAncestor(frame, 'INSTANCE'))) {
    return blocked({ kind: 'styled-instance', name: frame.name })
  }
  const { nativeScales, seeThrough } = readFrame(frame)
  const scales = nativeScales()
  // Looking for transparency reads whole images, so only where it decides whether there is anything to fill.
  const transparency = coversFrame(outlined) ? seeThrough() : Promise.resolve([])
  const filled = isFilled(frame)
  const complete = async (): Promise<FrameTarget> => {
    const [knownScales, knownSeeThrough, isFilledNow] = await Promise.all([scales, transparency, filled])
    return {
      ...outlined,
      isFilled: isFilledNow,
      layers: outlined.layers.map((layer, index) => ({
        ...layer,
        nativeScale: knownScales[index] ?? null,
        mayBeSeeThrough: knownSeeThrough[index] ?? false
      }))
    }
  }
  return { kind: 'target', target: complete() }
}

/**
 * Tells whether a frame shows an image of this plugin that was made for the shape which it has now: one that was made larger
 * since is to be filled anew. The document is read at once.
 */
async function isFilled(frame: SceneNode): Promise<boolean> {
  const { width, height } = frame
  const sizes = await Promise.all(placedImageHashes(frame).map(sizeOf))
  return sizes.some((size) => size !== null && hasShape(size, { width, height }))
}

/** Null for an image that Figma cannot read. */
async function sizeOf(imageHash: string): Promise<Size | null> {
  try {
    return (await figma.getImageByHash(imageHash)?.getSizeAsync()) ?? null
  } catch {
    return null
  }
}

function hasShape(image: Size, frame: Size): boolean {
  return Math.abs(Math.log((image.width * frame.height) / (image.height * frame.width))) < tolerance
}
