import { maxFillSide } from './fill-limits'
import { extentAlong, growBy, sides, type Insets, type Side } from './insets'
import { fail, succeed, type Outcome } from './outcome'
import { maxUploadSide, minUploadSide } from './service-limits'
import type { Size } from './size'

/** What a four-side expansion of one subject is, before anything is exported or sent. */
export interface SidesPlan {
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

/** Why no four-side request can be made of these insets. Lengths in document units. */
export type InsetsObstacle =
  | { readonly kind: 'not-a-number'; readonly side: Side }
  | { readonly kind: 'negative'; readonly side: Side }
  | { readonly kind: 'nothing-to-add' }
  | { readonly kind: 'side-is-zero'; readonly side: Side }
  | { readonly kind: 'side-too-far'; readonly side: Side; readonly limit: number }
  | { readonly kind: 'too-long-and-thin' }

/**
 * Keeps exports off the exact limits, so that whichever way the platform rounds a fractional size (undocumented), the
 * result lies within them.
 */
const roundingMargin = 1e-6

/**
 * Computes the plan of a four-side request.
 *
 * The scale is the subject's native one (`nativeScale`, pixels for each document unit; 1 where it shows no image),
 * raised until the upload's short side has 64 px and lowered until the expected result fits a fill of 4096 px.
 */
export function planSides(
  subject: Size,
  insets: Insets,
  nativeScale: number | null
): Outcome<SidesPlan, InsetsObstacle> {
  const obstacle = findObstacle(subject, insets)
  if (obstacle !== null) {
    return fail(obstacle)
  }
  const canvas = growBy(subject, insets)
  const least = (minUploadSide / Math.min(subject.width, subject.height)) * (1 + roundingMargin)
  const most = Math.min(
    (maxUploadSide / Math.max(subject.width, subject.height)) * (1 - roundingMargin),
    (maxFillSide / Math.max(canvas.width, canvas.height)) * (1 - roundingMargin)
  )
  if (least > most) {
    return fail({ kind: 'too-long-and-thin' })
  }
  const ratio = (side: Side): number => insets[side] / extentAlong(side, subject)
  return succeed({
    subject,
    insets,
    canvas,
    ratios: { top: ratio('top'), right: ratio('right'), bottom: ratio('bottom'), left: ratio('left') },
    scale: Math.min(Math.max(nativeScale ?? 1, least), most)
  })
}

function findObstacle(subject: Size, insets: Insets): InsetsObstacle | null {
  for (const side of sides) {
    if (!Number.isFinite(insets[side])) {
      return { kind: 'not-a-number', side }
    }
    if (insets[side] < 0) {
      return { kind: 'negative', side }
    }
  }
  if (sides.every((side) => insets[side] === 0)) {
    return { kind: 'nothing-to-add' }
  }
  for (const side of sides) {
    if (insets[side] === 0) {
      return { kind: 'side-is-zero', side }
    }
    const limit = extentAlong(side, subject)
    if (insets[side] > limit) {
      return { kind: 'side-too-far', side, limit }
    }
  }
  return null
}
