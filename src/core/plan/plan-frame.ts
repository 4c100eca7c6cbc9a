import { compose, stretchAndMove } from '../geometry/affine'
import { type RoundedBox, scaleShape } from '../geometry/rounded-box'
import type { Size } from '../geometry/size'
import { maxUploadSide, minUploadSide } from '../limits'
import { maskBands, type MaskShapes } from '../mask/mask-bands'
import { fail, type Outcome, succeed } from '../outcome'
import type { FrameLayer, FrameTarget } from './frame-target'
import type { CanvasPlan } from './plan'
import { uploadScale } from './upload-scale'

/** Why a frame cannot be filled around the chosen layers. `name`: the layer's. */
export type FrameObstacle =
  | { readonly kind: 'nothing-kept' }
  | { readonly kind: 'outside-frame' }
  | { readonly kind: 'already-covered' }
  | { readonly kind: 'beneath-others'; readonly name: string }
  | { readonly kind: 'too-long-and-thin' }
  | { readonly kind: 'see-through'; readonly name: string }
  | { readonly kind: 'blended'; readonly name: string }
  | { readonly kind: 'masked'; readonly name: string }

/** Side of the coarse mask that tells whether the layers cover the frame, px: finer than what the window shows. */
const probeSide = 512

/**
 * Computes the plan for filling a frame around the layers of `subjectIds`: a canvas request of the whole frame at the native
 * scale of their sharpest image, within the limits of uploads and fills.
 */
export function planFrame(
  frame: FrameTarget,
  subjectIds: readonly string[] = frame.subjectIds
): Outcome<CanvasPlan, FrameObstacle> {
  const subjects = frame.layers.filter(({ nodeId }) => subjectIds.includes(nodeId))
  if (subjects.length === 0) {
    return fail({ kind: 'nothing-kept' })
  }
  const unfit = subjects.find((layer) => layer.unfit !== null)
  if (unfit !== undefined && unfit.unfit !== null) {
    return fail({ kind: unfit.unfit, name: unfit.name })
  }
  const cover = coverOf(frame, subjects)
  if (cover === 'none') {
    return fail({ kind: 'outside-frame' })
  }
  if (cover === 'whole' && !subjects.some(({ mayBeSeeThrough }) => mayBeSeeThrough)) {
    return fail({ kind: 'already-covered' })
  }
  const others = frame.layers.filter((layer) => layer.hidesBeneath && !subjects.includes(layer))
  const [hiding] = others
  if (cover !== 'whole' && hiding !== undefined && coverOf(frame, [...subjects, ...others]) === 'whole') {
    return fail({ kind: 'beneath-others', name: hiding.name })
  }
  const canvas: Size = { width: frame.width, height: frame.height }
  const scale = uploadScale(sharpest(subjects), canvas, canvas)
  if (scale === null) {
    return fail({ kind: 'too-long-and-thin' })
  }
  const pixelSize = { width: pixelLength(canvas.width, scale), height: pixelLength(canvas.height, scale) }
  const scaleX = pixelSize.width / canvas.width
  const scaleY = pixelSize.height / canvas.height
  return succeed({
    kind: 'canvas',
    canvas,
    pixelSize,
    scale,
    layers: subjects.map(({ nodeId, imagePlace }) => ({
      source: { nodeId, content: 'everything' },
      imagePlace: compose(stretchAndMove(scaleX, scaleY, 0, 0), imagePlace)
    })),
    kept: subjects.map(({ shape }) => scaleShape(shape, scaleX, scaleY)),
    clip: frame.clip === null ? null : scaleShape(frame.clip, scaleX, scaleY),
    coversByBox: cover === 'whole'
  })
}

/** Computes a side of the upload, whole px; clamped, since rounding can exceed the limits that the scale meets. */
function pixelLength(length: number, scale: number): number {
  return Math.min(maxUploadSide, Math.max(minUploadSide, Math.round(length * scale)))
}

function sharpest(subjects: readonly FrameLayer[]): number {
  const scales = subjects.map(({ nativeScale }) => nativeScale).filter((scale) => scale !== null)
  return scales.length === 0 ? 1 : Math.max(...scales)
}

/** Tells whether the boxes of the frame's subjects cover its whole visible area. */
export function coversFrame(frame: FrameTarget, subjectIds: readonly string[] = frame.subjectIds): boolean {
  return (
    coverOf(
      frame,
      frame.layers.filter(({ nodeId }) => subjectIds.includes(nodeId))
    ) === 'whole'
  )
}

function coverOf(frame: FrameTarget, subjects: readonly FrameLayer[]): 'none' | 'part' | 'whole' {
  const size = {
    width: Math.min(probeSide, Math.ceil(frame.width)),
    height: Math.min(probeSide, Math.ceil(frame.height))
  }
  const scaled = (shape: RoundedBox): RoundedBox =>
    scaleShape(shape, size.width / frame.width, size.height / frame.height)
  const visiblePixels = (shapes: readonly RoundedBox[]): number =>
    knownPixels(size, { kept: shapes.map(scaled), clip: frame.clip === null ? null : scaled(frame.clip) })
  const known = visiblePixels(subjects.map(({ shape }) => shape))
  if (known === 0) {
    return 'none'
  }
  const whole: RoundedBox = {
    width: frame.width,
    height: frame.height,
    radii: [0, 0, 0, 0],
    place: stretchAndMove(1, 1, 0, 0)
  }
  return known === visiblePixels([whole]) ? 'whole' : 'part'
}

function knownPixels(size: Size, shapes: MaskShapes): number {
  let known = 0
  for (const { rows, boundaries } of maskBands(size, shapes)) {
    for (let at = 0; at + 1 < boundaries.length; at += 2) {
      known += rows * ((boundaries[at + 1] ?? 0) - (boundaries[at] ?? 0))
    }
  }
  return known
}
