import { insetShape } from '../../core/geometry/rounded-box'
import type { Size } from '../../core/geometry/size'
import { type MaskBand, maskBands, type MaskShapes } from '../../core/mask/mask-bands'
import { invertedMaskColours, maskColours, writeMaskPng } from '../../core/mask/write-mask-png'
import type { ReadableCanvas } from '../canvas/readable-canvas'

/** A pixel less seen than this, within the shapes, shows that the subject is see-through. */
const seeThrough = 128

/** Pixels that are this near to a shape's edge may be half seen without being see-through: edges are drawn smooth. */
const rim = 1.5

/** In a see-through subject, what is seen less than this is generated: the new image shows through it. */
const fullySeen = 250

/** Rows looked at in one go: keeps the copy of the pixels small whatever the canvas's size. */
const rowsAtOnce = 256

/**
 * Finds what is kept of a subject with transparent parts (a cut-out product): the pixels within the shapes that are fully
 * seen. `subject` is alone on a transparent canvas. Null where the shapes alone tell it.
 */
export function refineMask(subject: ReadableCanvas, shapes: MaskShapes): readonly MaskBand[] | null {
  if (!isSeeThrough(subject, shapes)) {
    return null
  }
  const refined: MaskBand[] = []
  forEachRow(subject, shapes, (alpha, boundaries) => {
    const row: number[] = []
    for (let at = 0; at + 1 < boundaries.length; at += 2) {
      keptSpans(alpha, boundaries[at] ?? 0, boundaries[at + 1] ?? 0, row)
    }
    refined.push({ rows: 1, boundaries: row })
    return true
  })
  return refined
}

function isSeeThrough(subject: ReadableCanvas, shapes: MaskShapes): boolean {
  let found = false
  const inner = { ...shapes, kept: shapes.kept.map((shape) => insetShape(shape, rim)) }
  forEachRow(subject, inner, (alpha, boundaries) => {
    for (let at = 0; at + 1 < boundaries.length && !found; at += 2) {
      const to = boundaries[at + 1] ?? 0
      for (let column = boundaries[at] ?? 0; column < to; column++) {
        if (alpha(column) < seeThrough) {
          found = true
          break
        }
      }
    }
    return !found
  })
  return found
}

/** Adds to `row` the parts of a span that are fully seen, as boundaries. */
function keptSpans(alpha: (column: number) => number, from: number, to: number, row: number[]): void {
  let isKept = false
  for (let column = from; column < to; column++) {
    if (alpha(column) >= fullySeen !== isKept) {
      isKept = !isKept
      row.push(column)
    }
  }
  if (isKept) {
    row.push(to)
  }
}

/** Calls `look` for every row with the row's alpha and boundaries, until it returns false. */
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

/** Writes a mask that was refined by the subject's transparency, through the writer that the main thread uses too. */
export function writeRefinedMask(size: Size, bands: readonly MaskBand[], isInverted: boolean): Uint8Array {
  return writeMaskPng(size, bands, isInverted ? invertedMaskColours : maskColours)
}
