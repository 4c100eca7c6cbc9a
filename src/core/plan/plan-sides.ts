import { extentAlong, growBy, type Insets, type Side, sides } from '../geometry/insets'
import type { Size } from '../geometry/size'
import { maxRatio } from '../limits'
import { fail, type Outcome, succeed } from '../outcome'
import { type LayerPlan, type SubjectLayer, toCanvasPlan } from './plan'
import { uploadScale } from './upload-scale'

/** Why the insets give no request. */
export type InsetsObstacle =
  | { readonly kind: 'not-a-number'; readonly side: Side }
  | { readonly kind: 'negative'; readonly side: Side }
  | { readonly kind: 'nothing-to-add' }
  | { readonly kind: 'too-long-and-thin' }
  | { readonly kind: 'subject-too-small' }

/** Least side of the subject, px: a smaller one gives the service nothing to continue. */
const leastSubjectSide = 16

/** The subject of a sides plan; lengths in document units. */
export interface SidesSubject extends Size {
  /** The subject's layers, bottom first. */
  readonly layers: readonly SubjectLayer[]
  /** Stored pixels for each document unit of the subject's image; null without an image. */
  readonly nativeScale: number | null
}

/**
 * Computes the plan for a subject that grows by the insets (document units).
 *
 * A four-side request needs every ratio in (0, 1]. With a side of 0 or over 1, or a subject whose short side alone would have
 * too few pixels, the plan is a canvas request. The export has the native scale of the subject's image (1 without an image),
 * within the limits of uploads and fills.
 */
export function planSides(
  { layers, width, height, nativeScale }: SidesSubject,
  insets: Insets
): Outcome<LayerPlan, InsetsObstacle> {
  const obstacle = findObstacle(insets)
  if (obstacle !== null) {
    return fail(obstacle)
  }
  const subject: Size = { width, height }
  const canvas = growBy(subject, insets)
  const wanted = nativeScale ?? 1

  const ratio = (side: Side): number => insets[side] / extentAlong(side, subject)
  const ratios = { top: ratio('top'), right: ratio('right'), bottom: ratio('bottom'), left: ratio('left') }
  if (sides.every((side) => ratios[side] > 0 && ratios[side] <= maxRatio)) {
    const scale = uploadScale(wanted, subject, canvas)
    if (scale !== null) {
      return succeed({ kind: 'sides', layers, subject, insets, canvas, ratios, scale })
    }
  }
  const scale = uploadScale(wanted, canvas, canvas)
  if (scale === null) {
    return fail({ kind: 'too-long-and-thin' })
  }
  if (Math.min(width, height) * scale < leastSubjectSide) {
    return fail({ kind: 'subject-too-small' })
  }
  return succeed(toCanvasPlan({ layers, subject, insets, canvas, scale }))
}

function findObstacle(insets: Insets): InsetsObstacle | null {
  for (const side of sides) {
    if (!Number.isFinite(insets[side])) {
      return { kind: 'not-a-number', side }
    }
    if (insets[side] < 0) {
      return { kind: 'negative', side }
    }
  }
  return sides.every((side) => insets[side] === 0) ? { kind: 'nothing-to-add' } : null
}
