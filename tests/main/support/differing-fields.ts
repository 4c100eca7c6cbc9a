import { equalValues, type NodeRecord, type Snapshot } from '../../../playground/testing/document'

/** Names of the fields whose values differ, or numbers of which differ by more than `allowed`. */
export function differingFields(one: NodeRecord, other: NodeRecord, allowed = 0): readonly string[] {
  const counterparts = new Map<string, unknown>(Object.entries(other))
  return Object.entries(one)
    .filter(([name, value]) => {
      const counterpart = counterparts.get(name)
      return !equalValues(value, counterpart) && !isNear(value, counterpart, allowed)
    })
    .map(([name]) => name)
}

function isNear(one: unknown, other: unknown, allowed: number): boolean {
  if (typeof one === 'number' && typeof other === 'number') {
    return Math.abs(one - other) <= allowed
  }
  return (
    Array.isArray(one) &&
    Array.isArray(other) &&
    one.length === other.length &&
    one.every((value, index) => isNear(value, other[index], allowed))
  )
}

/** Whether two moments of a document have the same layers with the same values, but for numbers that differ by `allowed`. */
export function isSameBut(allowed: number, one: Snapshot, other: Snapshot): boolean {
  return (
    one.nodes.size === other.nodes.size &&
    [...one.nodes].every(([id, record]) => {
      const counterpart = other.nodes.get(id)
      return counterpart !== undefined && differingFields(record, counterpart, allowed).length === 0
    })
  )
}
