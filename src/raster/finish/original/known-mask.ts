import type { Size } from '../../../core/geometry/size'
import { type MaskBand, maskBands } from '../../../core/mask/mask-bands'
import type { Box } from '../../canvas/box'
import type { KnownArea } from './snapshot-image'

/** The known area, row by row of the canvas. */
export interface KnownMask extends Size {
  /** The columns at which each row enters and leaves the known area, in turns and ascending. */
  readonly rows: readonly (readonly number[])[]
}

/** Computes the known area on a canvas of `size` px; rows of another size are scaled to the nearest pixel. */
export function knownMask(area: KnownArea, size: Size): KnownMask {
  if (area.kind === 'shapes') {
    return { ...size, rows: [...rowsOf(maskBands(size, area.shapes))] }
  }
  return scaledMask({ ...area.size, rows: [...rowsOf(area.bands)] }, size)
}

/** Lays a mask on a canvas of another size, to the nearest pixel. */
export function scaledMask(mask: KnownMask, size: Size): KnownMask {
  const across = size.width / mask.width
  const down = mask.height / size.height
  const scaled = mask.rows.map((row) => (across === 1 ? row : scaleRow(row, across)))
  const rows = Array.from({ length: size.height }, (_, y) => scaled[Math.floor((y + 0.5) * down)] ?? [])
  return { ...size, rows }
}

function* rowsOf(bands: Iterable<MaskBand>): Generator<readonly number[]> {
  for (const { rows, boundaries } of bands) {
    for (let row = 0; row < rows; row++) {
      yield boundaries
    }
  }
}

function scaleRow(row: readonly number[], factor: number): readonly number[] {
  const scaled: number[] = []
  for (let at = 0; at + 1 < row.length; at += 2) {
    const from = Math.round((row[at] ?? 0) * factor)
    const to = Math.round((row[at + 1] ?? 0) * factor)
    if (to > from) scaled.push(from, to)
  }
  return scaled
}

/** Computes the bounding box of the known area, px; the whole canvas if there is none. */
export function knownBox({ width, height, rows }: KnownMask): Box {
  let left = width
  let right = 0
  let top = height
  let bottom = 0
  for (const [y, row] of rows.entries()) {
    const first = row[0]
    const last = row[row.length - 1]
    if (first !== undefined && last !== undefined) {
      left = Math.min(left, first)
      right = Math.max(right, last)
      top = Math.min(top, y)
      bottom = y + 1
    }
  }
  return right > left
    ? { left, top, width: right - left, height: bottom - top }
    : { left: 0, top: 0, width, height }
}

/** Returns the known cells (1) of a coarser grid over the canvas: known across their top, middle and bottom row. */
export function knownCells(mask: KnownMask, { width, height }: Size): Uint8Array {
  const counts = new Uint8Array(width * height)
  const across = mask.width / width
  const down = mask.height / height
  for (let y = 0; y < height; y++) {
    const first = Math.floor(y * down)
    const last = Math.min(mask.height - 1, Math.ceil((y + 1) * down) - 1)
    for (const row of [first, (first + last) >> 1, last]) {
      const boundaries = mask.rows[row] ?? []
      for (let at = 0; at + 1 < boundaries.length; at += 2) {
        const from = Math.ceil((boundaries[at] ?? 0) / across)
        const to = Math.min(width, Math.floor((boundaries[at + 1] ?? 0) / across))
        for (let x = from; x < to; x++) {
          counts[y * width + x] = (counts[y * width + x] ?? 0) + 1
        }
      }
    }
  }
  for (let at = 0; at < counts.length; at++) {
    counts[at] = counts[at] === 3 ? 1 : 0
  }
  return counts
}

/** Returns the known pixels (1) of a box of the canvas; pixels off the canvas get the value `outside`. */
export function knownWindow(
  mask: KnownMask,
  left: number,
  top: number,
  size: Size,
  outside: number
): Uint8Array {
  const { width, height } = size
  const window = new Uint8Array(width * height).fill(outside)
  const from = Math.max(0, left)
  const to = Math.min(mask.width, left + width)
  for (let y = Math.max(0, -top); y < height && y + top < mask.height && from < to; y++) {
    const start = y * width - left
    window.fill(0, start + from, start + to)
    const row = mask.rows[y + top] ?? []
    for (let at = 0; at + 1 < row.length; at += 2) {
      const first = Math.max(from, row[at] ?? 0)
      const last = Math.min(to, row[at + 1] ?? 0)
      if (first < last) window.fill(1, start + first, start + last)
    }
  }
  return window
}
