import type { Size } from '../../core/geometry/size'

/** Formats a size in document units, with up to two decimals. */
export function formatSize({ width, height }: Size): string {
  return `${formatLength(width)} × ${formatLength(height)}`
}

function formatLength(length: number): string {
  return String(Math.round(length * 100) / 100)
}
