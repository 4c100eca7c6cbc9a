import type { Size } from '../geometry/size'
import { maxFillSide, maxUploadSide, minUploadSide } from '../limits'

/**
 * Keeps exports off the exact limits, so that whichever way the platform rounds a fractional size (undocumented), the
 * result lies within them.
 */
const roundingMargin = 1e-6

/**
 * Computes at how many pixels for each document unit a picture of `upload` is sent that comes back as one of `result`
 * (both in document units): `wanted`, or the nearest to it at which the upload has 64 to 4096 px a side and the result
 * fits a fill of 4096 px. Null where there is none: too long and thin.
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
