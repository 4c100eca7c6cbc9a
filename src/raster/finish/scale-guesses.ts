import type { Size } from '../../core/geometry/size'
import { omittedRatio } from '../../core/limits'

/** Scales that differ by less are one, as a share. */
const sameScale = 0.002

/**
 * Scales (result px for a canvas px) at which the canvas can lie in a result of this size: edge to edge on either axis;
 * untouched; with a side added that was not asked for, a tenth of the canvas or of the subject (the reference: an omitted
 * ratio is 0.1); or the subject alone, edge to edge.
 */
export function scaleGuesses(canvas: Size, result: Size, subject: Size): readonly number[] {
  const guesses = [
    result.width / canvas.width,
    result.height / canvas.height,
    1,
    result.width / subject.width,
    result.height / subject.height
  ]
  for (const extra of [omittedRatio, 2 * omittedRatio]) {
    guesses.push(
      result.width / (canvas.width + extra * canvas.width),
      result.height / (canvas.height + extra * canvas.height),
      result.width / (canvas.width + extra * subject.width),
      result.height / (canvas.height + extra * subject.height)
    )
  }
  const distinct: number[] = []
  for (const guess of guesses) {
    if (distinct.every((other) => Math.abs(guess / other - 1) > sameScale)) {
      distinct.push(guess)
    }
  }
  return distinct
}
