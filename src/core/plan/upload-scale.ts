import type { Size } from '../geometry/size'
import { maxFillSide, maxUploadSide, minUploadSide } from '../limits'

/**
 * Relative distance from the exact limits, so that an export meets them however the platform rounds a fractional size
 * (undocumented).
 */
const roundingMargin = 1e-6

/**
 * Computes the scale of an upload, px for each document unit: `wanted`, or the nearest at which the upload has 64 to 4096 px a
 * side and the result fits a fill of 4096 px (`upload` and `result` in document units). Null if there is none, since the
 * upload is too long and thin.
 */
export function uploadScale(wanted: number, upload: Size, result: Size): number | null {
  const least = (minUploadSide / Math.min(upload.width, upload.height)) * (1 + roundingMargin)
  const most =
    Math.min(
      maxUploadSide / Math.max(upload.width, upload.height),
      maxFillSide / Math.max(result.width, result.height)
    ) *
    (1 - roundingMargin)
  return least > most ? null : Math.min(Math.max(wanted, least), most)
}
