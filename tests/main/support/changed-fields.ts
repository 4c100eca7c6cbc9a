import type { PlaygroundDocument, Snapshot } from '../../../playground/testing/document'
import { differingFields } from './differing-fields'

/** What differs from an earlier moment of a document: `name: fields`, `name is gone`, `name is new`. */
export function changedFields(
  before: Snapshot,
  document: PlaygroundDocument,
  allowed = 0
): readonly string[] {
  const now = document.snapshot()
  const changes = [...before.nodes].flatMap(([id, record]) => {
    const other = now.nodes.get(id)
    if (other === undefined) {
      return [`${record.name} is gone`]
    }
    // What has no auto layout has no sizes by it, whatever is kept of them.
    const isFree = record.layoutMode === 'NONE' && other.layoutMode === 'NONE'
    const fields = differingFields(record, other, allowed).filter(
      (field) => !(isFree && ['primaryAxisSizingMode', 'counterAxisSizingMode'].includes(field))
    )
    return fields.length === 0 ? [] : [`${record.name}: ${fields.join(', ')}`]
  })
  const made = [...now.nodes].flatMap(([id, { name }]) => (before.nodes.has(id) ? [] : [`${name} is new`]))
  return [...changes, ...made]
}
