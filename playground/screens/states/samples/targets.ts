import { stretchAndMove } from '../../../../src/core/geometry/affine'
import type { FrameLayer, FrameTarget } from '../../../../src/core/plan/frame-target'
import type { PagePosition } from '../../../../src/core/plan/page-position'
import type { SidesTarget, SubjectContent } from '../../../../src/core/plan/target'
import { layerNames } from './layer-names'

/** A rectangle in the units of whatever it lies in. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const origin: PagePosition = { pageId: '0:1', place: stretchAndMove(1, 1, 0, 0) }

/** A frame of 800 × 600 whose image is sent as it is, but for what is changed of that. */
export function sidesTarget(change: Partial<SidesTarget> = {}): SidesTarget {
  const { nodeId, width, height } = { nodeId: '1:2', width: 800, height: 600, ...change }
  return {
    nodeId,
    name: layerNames.plain,
    kind: 'frame',
    origin,
    placing: 'grow',
    outline: { kind: 'box' },
    contents: [contentOf({ nodeId, width, height })],
    clip: null,
    width,
    height,
    ...change
  }
}

/** A layer's whole content, or what is changed of that. */
export function contentOf(
  { nodeId, width, height }: Pick<SidesTarget, 'nodeId' | 'width' | 'height'>,
  change: Partial<SubjectContent> = {}
): SubjectContent {
  return {
    kind: 'everything',
    layers: [{ source: { nodeId, content: 'everything' }, imagePlace: stretchAndMove(width, height, 0, 0) }],
    nativeScale: 2,
    liveLayers: 0,
    liveShapes: [],
    seenTwice: null,
    ...change
  }
}

/** A layer of a frame, in the frame's units. */
export function frameLayer(
  name: string,
  { x, y, width, height }: Box,
  change: Partial<FrameLayer> = {}
): FrameLayer {
  return {
    nodeId: name,
    name,
    shape: { width, height, radii: [0, 0, 0, 0], place: stretchAndMove(1, 1, x, y) },
    imagePlace: stretchAndMove(width, height, x, y),
    nativeScale: 2,
    unfit: null,
    hidesBeneath: false,
    mayBeSeeThrough: false,
    ...change
  }
}

/** The picture of a frame of 1440 × 900, with an empty area at its left and right. */
export const photo = frameLayer('Photo', { x: 320, y: 0, width: 800, height: 900 })

/** Text that stays live on top. */
export const headline = frameLayer(
  'Headline',
  { x: 80, y: 80, width: 480, height: 96 },
  { nativeScale: null }
)

/** A frame of 1440 × 900 with a picture and a headline in it, but for what is changed of that. */
export function frameTarget(change: Partial<FrameTarget> = {}): FrameTarget {
  const { width, height } = { width: 1440, height: 900, ...change }
  return {
    nodeId: '2:1',
    name: 'Landing page',
    origin,
    width,
    height,
    clip: { width, height, radii: [0, 0, 0, 0], place: stretchAndMove(1, 1, 0, 0) },
    isFilled: false,
    layers: [photo, headline],
    subjectIds: [photo.nodeId],
    ...change
  }
}
