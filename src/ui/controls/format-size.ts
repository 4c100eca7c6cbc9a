import type { Size } from '../../core/geometry/size'

/** A size for people: whole document units, or two places where it is not whole. */
export function formatSize({ width, height }: Size): string {
  return `${formatLength(width)} × ${formatLength(height)}`
}

function formatLength(length: number): string {
  return String(Math.round(length * 100) / 100)
}
