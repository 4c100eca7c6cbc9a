/** Tells whether two plain values of the platform (numbers, strings, arrays, objects) are deeply equal. */
export function isSameValue(one: unknown, other: unknown): boolean {
  if (
    one === other ||
    typeof one !== 'object' ||
    typeof other !== 'object' ||
    one === null ||
    other === null
  ) {
    return one === other
  }
  const counterparts = new Map<string, unknown>(Object.entries(other))
  const entries = Object.entries(one)
  return (
    entries.length === counterparts.size &&
    entries.every(([name, value]) => counterparts.has(name) && isSameValue(value, counterparts.get(name)))
  )
}
