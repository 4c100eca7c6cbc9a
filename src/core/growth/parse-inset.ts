import type { InsetEntry } from '../geometry/insets'

/**
 * Parses an inset as typed: a number, alone or followed by `px` or `%`, with a point or a comma. An empty field is 0 px.
 * Returns null for anything else.
 */
export function parseInset(text: string): InsetEntry | null {
  const trimmed = text.trim().toLowerCase()
  if (trimmed === '') {
    return { amount: 0, unit: 'px' }
  }
  const match = /^([+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+))\s*(px|%)?$/.exec(trimmed)
  if (match === null) {
    return null
  }
  const [, digits = '', unit] = match
  return { amount: Number(digits.replace(',', '.')), unit: unit === '%' ? '%' : 'px' }
}
