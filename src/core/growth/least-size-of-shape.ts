import type { Size } from '../geometry/size'
import { parseInset } from './parse-inset'

/**
 * Computes the smallest size of the typed size's ratio that holds `subject`, whole document units. Null if no valid size is
 * typed.
 */
export function leastSizeOfShape(
  typed: { readonly width: string; readonly height: string },
  subject: Size
): Size | null {
  const width = lengthIn(typed.width)
  const height = lengthIn(typed.height)
  if (width === null || height === null) {
    return null
  }
  const scale = Math.max(1, subject.width / width, subject.height / height)
  // Ignores a rounding error above a whole number.
  const whole = (length: number): number => Math.ceil(length * scale - 1e-6)
  return { width: whole(width), height: whole(height) }
}

function lengthIn(text: string): number | null {
  const entry = parseInset(text)
  return entry === null || entry.unit === '%' || entry.amount <= 0 ? null : entry.amount
}
