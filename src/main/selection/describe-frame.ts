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

/** Greatest difference of ratios between an image of whole pixels and its frame. */
const tolerance = 0.01

/**
 * Finds the frame whose empty area can be filled and the layers that form its source image: the selected layers in their parent
 * frame (or its image layers if texts are selected), or the image layers of a selected frame. Otherwise returns the obstacle.
 */
export async function describeFrame(
  selection: readonly SceneNode[],
  readFrame: ReadFrame = createFrameReader()
): Promise<Found<FrameTarget>> {
  const found = findFrame(selection, readFrame)
  return found.kind === 'target' ? { kind: 'target', target: await found.target } : found
}

/** Reads the document synchronously, since it may change while the images' sizes are awaited. */
function findFrame(selection: readonly SceneNode[], readFrame: ReadFrame): Found<Promise<FrameTarget>> {
  const [first, ...others] = selection
  if (first === undefined) {
    return blocked({ kind: 'nothing-selected' })
  }
  const hidden = selection.find(isHidden)
  if (hidden !== undefined) {
    return blocked({ kind: 'hidden', name: hidden.name })
  }
  const imageLayers = others.length === 0 && isFrameLike(first) ? imageLayersIn(first) : []
  const inside = isFrameLike(first) && imageLayers.length > 0 ? outline(first, imageLayers, readFrame) : null
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

function imageLayersIn(frame: FrameNodeLike): readonly SceneNode[] {
  return frame.children.filter((child) => child.visible && isImageLayer(child))
}

/** Chooses the selected layers without texts, or with texts if there is nothing else. */
function subjectsIn(frame: FrameNodeLike, selection: readonly SceneNode[]): readonly SceneNode[] {
  const others = selection.filter(({ type }) => type !== 'TEXT')
  const subjects = others.length > 0 ? others : imageLayersIn(frame)
  return subjects.length > 0 ? subjects : selection
}

/** Reads the frame's present state, without its layers' native scales and whether it is filled. */
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

/** Adds the asynchronous parts of a frame's description. */
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
  // The search for transparency reads whole images, so it runs only if it decides whether there is anything to fill.
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
 * Tells whether a frame shows an image of this plugin that was made for its present ratio: a frame that was enlarged since is to
 * be filled again. Reads the document synchronously.
 */
async function isFilled(frame: SceneNode): Promise<boolean> {
  const { width, height } = frame
  const sizes = await Promise.all(placedImageHashes(frame).map(sizeOf))
  return sizes.some((size) => size !== null && hasShape(size, { width, height }))
}

/** Reads an image's size; null for an image that Figma cannot read. */
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
