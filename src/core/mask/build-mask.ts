import type { Size } from '../geometry/size'
import { maskBands, type MaskShapes } from './mask-bands'
import { invertedMaskColours, maskColours, writeMaskPng } from './write-mask-png'

/** Builds the mask of `size` pixels as PNG: black where the shapes are, white elsewhere; the other way round if inverted. */
export function buildMask(size: Size, shapes: MaskShapes, isInverted: boolean): Uint8Array {
  return writeMaskPng(size, maskBands(size, shapes), isInverted ? invertedMaskColours : maskColours)
}
