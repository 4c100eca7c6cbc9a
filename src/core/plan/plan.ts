import { type AffineMap, compose, stretchAndMove } from '../geometry/affine'
import type { Insets, Side } from '../geometry/insets'
import { type RoundedBox, scaleShape } from '../geometry/rounded-box'
import type { Size } from '../geometry/size'
import { maxUploadSide, minUploadSide } from '../limits'

/** What is exported of one layer: all that is seen in it, or its own paints alone (up to its topmost image). */
export interface SubjectSource {
  readonly nodeId: string
  readonly content: 'backdrop' | 'everything'
}

/** One exported layer of the picture that is sent. */
export interface SubjectLayer {
  readonly source: SubjectSource
  /** Maps the unit square of the layer's exported image to the picture (its units are the plan's). */
  readonly imagePlace: AffineMap
}

/** A four-side request: the subject alone is sent, with the ratios by which it grows. */
export interface SidesPlan {
  readonly kind: 'sides'
  /** What the subject is made of, bottom first, in document units from its top left corner. */
  readonly layers: readonly SubjectLayer[]
  /** The subject's size in document units, frozen. */
  readonly subject: Size
  readonly insets: Insets
  /** The canvas's size in document units. */
  readonly canvas: Size
  /** Added length over the subject's side on that axis; each in (0, 1] (the reference: "Range: (0, 1]"). */
  readonly ratios: Readonly<Record<Side, number>>
  /** Pixels for each document unit of the export, before the platform rounds. */
  readonly scale: number
}

/** A canvas request: the whole canvas is sent, with a mask of what is kept of it. */
export interface CanvasPlan {
  readonly kind: 'canvas'
  /** The canvas's size in document units. */
  readonly canvas: Size
  /** The canvas's size in pixels, as it is to be sent. */
  readonly pixelSize: Size
  /** Pixels for each document unit of the exports, before the platform rounds. */
  readonly scale: number
  /** What the picture is made of, bottom first, in the canvas's pixels. */
  readonly layers: readonly SubjectLayer[]
  /** The boxes of what is kept, in the canvas's pixels. */
  readonly kept: readonly RoundedBox[]
  /** What the frame itself lets be seen of its layers, in pixels; null where that is everything. */
  readonly clip: RoundedBox | null
  /** The boxes leave nothing to be generated: only see-through parts of them can be. */
  readonly coversByBox: boolean
}

/** A four-side request for an image that the service fetches itself: nothing is known of its size. */
export interface LinkPlan {
  readonly kind: 'link'
  /** As it is sent. */
  readonly url: string
  /** As those of a four-side request. */
  readonly ratios: Readonly<Record<Side, number>>
  /** The result has the size that it has. */
  readonly canvas: null
}

/** What is sent is of the document. */
export type LayerPlan = SidesPlan | CanvasPlan

export type Plan = LayerPlan | LinkPlan

/**
 * The canvas request that asks for the same as a four-side request; for a subject that turns out not to fill its box.
 * The subject lies on whole pixels, so that its own are sent as they are.
 */
export function toCanvasPlan({
  layers,
  subject,
  insets,
  canvas,
  scale
}: Omit<SidesPlan, 'kind' | 'ratios'>): CanvasPlan {
  const across = pixelEdges(insets.left, subject.width, insets.right, scale)
  const down = pixelEdges(insets.top, subject.height, insets.bottom, scale)
  const box: Size = { width: across.to - across.from, height: down.to - down.from }
  const seen: RoundedBox = {
    ...box,
    radii: [0, 0, 0, 0],
    place: stretchAndMove(1, 1, across.from, down.from)
  }
  const place = stretchAndMove(box.width / subject.width, box.height / subject.height, across.from, down.from)
  return {
    kind: 'canvas',
    canvas,
    pixelSize: { width: across.end, height: down.end },
    scale,
    layers: layers.map(({ source, imagePlace }) => ({ source, imagePlace: compose(place, imagePlace) })),
    kept: [seen],
    clip: seen,
    coversByBox: false
  }
}

/** Where the subject begins and ends, and where the canvas ends, on one axis in whole pixels. */
function pixelEdges(
  before: number,
  length: number,
  after: number,
  scale: number
): { readonly from: number; readonly to: number; readonly end: number } {
  const end = Math.min(maxUploadSide, Math.max(minUploadSide, Math.round((before + length + after) * scale)))
  const to = after === 0 ? end : Math.min(end, Math.round((before + length) * scale))
  return { from: Math.min(Math.round(before * scale), to - 1), to, end }
}

/** The plan's shapes for a picture of another size than planned (made smaller to fit the upload's limits). */
export function shapesAt(
  { pixelSize, kept, clip }: CanvasPlan,
  { width, height }: Size
): { readonly kept: readonly RoundedBox[]; readonly clip: RoundedBox | null } {
  const scaled = (shape: RoundedBox): RoundedBox =>
    scaleShape(shape, width / pixelSize.width, height / pixelSize.height)
  return { kept: kept.map(scaled), clip: clip === null ? null : scaled(clip) }
}
