import type { MaskBand } from '../core/mask/mask-bands'
import { invertedMaskColours, maskColours, writeMaskPng } from '../core/mask/write-mask-png'
import type { Size } from '../core/geometry/size'

/** Writes a mask that was refined by the subject's transparency, through the writer that the main thread uses too. */
export function writeRefinedMask(size: Size, bands: readonly MaskBand[], isInverted: boolean): Uint8Array {
  return writeMaskPng(size, bands, isInverted ? invertedMaskColours : maskColours)
}
