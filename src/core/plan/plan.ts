import { type AffineMap, compose, stretchAndMove } from '../geometry/affine'
import type { Insets, Side } from '../geometry/insets'
import { type RoundedBox, scaleShape } from '../geometry/rounded-box'
import type { Size } from '../geometry/size'
import { maxUploadSide, minUploadSide } from '../limits'

/** The exported part of one layer: everything visible in it, or its own paints alone (up to its topmost image). */
export interface SubjectSource {
  readonly nodeId: string
  readonly content: 'backdrop' | 'everything'
}

/** One exported layer of the upload. */
export interface SubjectLayer {
  readonly source: SubjectSource
  /** Maps the unit square of the layer's exported image to the upload, in the plan's units. */
  readonly imagePlace: AffineMap
}

/** A four-side request: only the subject is sent, with the ratios by which it grows. */
export interface SidesPlan {
  readonly kind: 'sides'
  /** The subject's layers, bottom first, in document units from its top left corner. */
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

/** A canvas request: the whole canvas is sent with a mask. */
export interface CanvasPlan {
  readonly kind: 'canvas'
  /** The canvas's size in document units. */
  readonly canvas: Size
  /** The canvas's planned size, px. */
  readonly pixelSize: Size
  /** Pixels for each document unit of the exports, before the platform rounds. */
  readonly scale: number
  /** The subject's layers, bottom first, in the canvas's pixels. */
  readonly layers: readonly SubjectLayer[]
  /** The boxes of the known area, in the canvas's pixels. */
  readonly kept: readonly RoundedBox[]
  /** The shape to which the frame clips its layers, in the canvas's pixels; null if it clips nothing. */
  readonly clip: RoundedBox | null
  /** Whether the boxes cover the whole canvas, so that only their transparent parts can be generated. */
  readonly coversByBox: boolean
}

/** A four-side request for an image that the service fetches itself, so that its size is unknown. */
export interface LinkPlan {
  readonly kind: 'link'
  /** The link as it is sent. */
  readonly url: string
  /** See `SidesPlan`. */
  readonly ratios: Readonly<Record<Side, number>>
  /** The canvas's size is unknown. */
  readonly canvas: null
}

/** A plan whose upload comes from the document. */
export type LayerPlan = SidesPlan | CanvasPlan

export type Plan = LayerPlan | LinkPlan

/**
 * Returns the canvas request that corresponds to a four-side request, for a subject that does not fill its box. The subject
 * lies on whole pixels, so that its pixels are sent unchanged.
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
  const known: RoundedBox = {
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
    kept: [known],
    clip: known,
    coversByBox: false
  }
}

/** Computes the subject's start and end and the canvas's end along one axis, whole px. */
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

/** Scales the plan's shapes to an upload of another size, made smaller to fit the limits. */
export function shapesAt(
  { pixelSize, kept, clip }: CanvasPlan,
  { width, height }: Size
): { readonly kept: readonly RoundedBox[]; readonly clip: RoundedBox | null } {
  const scaled = (shape: RoundedBox): RoundedBox =>
    scaleShape(shape, width / pixelSize.width, height / pixelSize.height)
  return { kept: kept.map(scaled), clip: clip === null ? null : scaled(clip) }
}
