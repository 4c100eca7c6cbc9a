import type { Size } from '../geometry/size'
import { parseInset } from './parse-inset'

/**
 * Computes the least size of the typed size's shape that cuts nothing off `subject`, whole document units. Null where no
 * size is typed.
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
  // What is a rounding error over a whole number is that number.
  const whole = (length: number): number => Math.ceil(length * scale - 1e-6)
  return { width: whole(width), height: whole(height) }
}

function lengthIn(text: string): number | null {
  const entry = parseInset(text)
  return entry === null || entry.unit === '%' || entry.amount <= 0 ? null : entry.amount
}
