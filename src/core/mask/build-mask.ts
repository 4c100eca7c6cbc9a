import type { Size } from '../geometry/size'
import { maskBands, type MaskShapes } from './mask-bands'
import { invertedMaskColours, maskColours, writeMaskPng } from './write-mask-png'

/** Builds a mask of `size` px as PNG: the shapes black, everything else white; inverted on request. */
export function buildMask(size: Size, shapes: MaskShapes, isInverted: boolean): Uint8Array {
  return writeMaskPng(size, maskBands(size, shapes), isInverted ? invertedMaskColours : maskColours)
}
