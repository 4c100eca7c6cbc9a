import type { ReadableCanvas } from '../../canvas/readable-canvas'
import type { KnownMask } from '../original/known-mask'
import type { OriginalImage } from '../original/original-image'

/**
 * Draws the original's own pixels over the known area, unchanged; half-transparent ones are blended. Equal rows are drawn
 * together.
 */
export function overlayOriginal(
  { context }: ReadableCanvas,
  { canvas, left, top }: OriginalImage,
  mask: KnownMask
): void {
  const pattern = context.createPattern(canvas, 'no-repeat')
  if (pattern === null) {
    throw new Error('the original cannot be drawn')
  }
  pattern.setTransform({ e: left, f: top })
  context.save()
  context.imageSmoothingEnabled = false
  context.fillStyle = pattern
  for (let y = 0; y < mask.height;) {
    const row = mask.rows[y] ?? []
    const start = y++
    while (y < mask.height && isSame(row, mask.rows[y] ?? [])) y++
    const [from = 0, to = 0, ...more] = row
    if (more.length === 0 && from < to) {
      // Draws the same as the pattern, several times as fast.
      context.drawImage(
        canvas,
        from - left,
        start - top,
        to - from,
        y - start,
        from,
        start,
        to - from,
        y - start
      )
    } else if (more.length > 0) {
      context.beginPath()
      for (let at = 0; at + 1 < row.length; at += 2) {
        context.rect(row[at] ?? 0, start, (row[at + 1] ?? 0) - (row[at] ?? 0), y - start)
      }
      context.fill()
    }
  }
  context.restore()
}

function isSame(row: readonly number[], other: readonly number[]): boolean {
  return row === other || (row.length === other.length && row.every((column, at) => column === other[at]))
}
