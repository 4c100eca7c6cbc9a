import { maskBands, type MaskBand } from '../../core/mask/mask-bands'
import type { Size } from '../../core/geometry/size'
import type { KeptArea } from './sent-picture'

/** What is kept, row by row of the canvas. */
export interface KeptMask extends Size {
  /** The columns at which a row turns from generated to kept and back, in turns and ascending. */
  readonly rows: readonly (readonly number[])[]
}

/** Lays the kept area on a canvas of `size` px; rows of another size are scaled to the nearest pixel. */
export function keptMask(kept: KeptArea, size: Size): KeptMask {
  if (kept.kind === 'shapes') {
    return { ...size, rows: [...rowsOf(maskBands(size, kept.shapes))] }
  }
  const source = [...rowsOf(kept.bands)]
  const across = size.width / kept.size.width
  const down = kept.size.height / size.height
  const scaled = source.map((row) => (across === 1 ? row : scaleRow(row, across)))
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
