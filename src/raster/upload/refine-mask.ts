import { insetShape } from '../../core/geometry/rounded-box'
import type { Size } from '../../core/geometry/size'
import { type MaskBand, maskBands, type MaskShapes } from '../../core/mask/mask-bands'
import { invertedMaskColours, maskColours, writeMaskPng } from '../../core/mask/write-mask-png'
import type { ReadableCanvas } from '../canvas/readable-canvas'

/** A pixel within the shapes below this alpha of 255 makes the subject transparent. */
const transparent = 128

/** Width of a shape's edge, px: its pixels are antialiased and do not make the subject transparent. */
const edge = 1.5

/** Least alpha of 255 of a known pixel in a transparent subject; the new image shows through all others. */
const leastAlpha = 250

/** Rows read at a time: keeps the copy of the pixels small for any canvas. */
const rowsAtOnce = 256

/**
 * Finds the known area of a subject with transparent parts (a cut-out product): the opaque pixels within the shapes. `subject`
 * is alone on a transparent canvas. Null if the subject is opaque, so that the shapes alone describe it.
 */
export function refineMask(subject: ReadableCanvas, shapes: MaskShapes): readonly MaskBand[] | null {
  if (!isTransparent(subject, shapes)) {
    return null
  }
  const refined: MaskBand[] = []
  forEachRow(subject, shapes, (alpha, boundaries) => {
    const row: number[] = []
    for (let at = 0; at + 1 < boundaries.length; at += 2) {
      knownSpans(alpha, boundaries[at] ?? 0, boundaries[at + 1] ?? 0, row)
    }
    refined.push({ rows: 1, boundaries: row })
    return true
  })
  return refined
}

function isTransparent(subject: ReadableCanvas, shapes: MaskShapes): boolean {
  let found = false
  const inner = { ...shapes, kept: shapes.kept.map((shape) => insetShape(shape, edge)) }
  forEachRow(subject, inner, (alpha, boundaries) => {
    for (let at = 0; at + 1 < boundaries.length && !found; at += 2) {
      const to = boundaries[at + 1] ?? 0
      for (let column = boundaries[at] ?? 0; column < to; column++) {
        if (alpha(column) < transparent) {
          found = true
          break
        }
      }
    }
    return !found
  })
  return found
}

/** Appends the boundaries of a span's opaque parts to `row`. */
function knownSpans(alpha: (column: number) => number, from: number, to: number, row: number[]): void {
  let isKnown = false
  for (let column = from; column < to; column++) {
    if (alpha(column) >= leastAlpha !== isKnown) {
      isKnown = !isKnown
      row.push(column)
    }
  }
  if (isKnown) {
    row.push(to)
  }
}

/** Calls `look` with the alpha and boundaries of each row, until it returns false. */
function forEachRow(
  { canvas: size, context }: ReadableCanvas,
  shapes: MaskShapes,
  look: (alpha: (column: number) => number, boundaries: readonly number[]) => boolean
): void {
  let row = 0
  let strip = new Uint8ClampedArray(0)
  let stripTop = 0
  for (const band of maskBands(size, shapes)) {
    for (const end = row + band.rows; row < end; row++) {
      if (row >= stripTop + strip.length / (size.width * 4)) {
        stripTop = row
        const height = Math.min(rowsAtOnce, size.height - row)
        strip = context.getImageData(0, row, size.width, height).data
      }
      const start = (row - stripTop) * size.width * 4 + 3
      const pixels = strip
      if (!look((column) => pixels[start + column * 4] ?? 0, band.boundaries)) {
        return
      }
    }
  }
}

/** Writes a mask that was refined by the subject's transparency as PNG. */
export function writeRefinedMask(size: Size, bands: readonly MaskBand[], isInverted: boolean): Uint8Array {
  return writeMaskPng(size, bands, isInverted ? invertedMaskColours : maskColours)
}
