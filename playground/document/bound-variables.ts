import type { DocumentNode, NodeVariables } from './node'

/** Fields that are set by another name than their own. */
const fieldsSetBy: Readonly<Record<string, readonly string[]>> = {
  cornerRadius: ['cornerRadius', 'topLeftRadius', 'topRightRadius', 'bottomLeftRadius', 'bottomRightRadius'],
  strokeWeight: [
    'strokeWeight',
    'strokeTopWeight',
    'strokeRightWeight',
    'strokeBottomWeight',
    'strokeLeftWeight'
  ]
}

/** Ends the binding of fields that are given a value of their own, as every direct change of a bound field does. */
export function unbind(node: DocumentNode, ...names: readonly string[]): void {
  const fields = names.flatMap((name) => fieldsSetBy[name] ?? [name])
  const entries = Object.entries(node.boundVariables)
  const kept = entries.filter(([field]) => !fields.includes(field))
  if (kept.length < entries.length) {
    const variables: NodeVariables = Object.fromEntries(kept)
    node.boundVariables = variables
  }
}
