import type { PlaygroundDocument, Snapshot } from '../../document/document'
import type { DocumentNode } from '../../document/node'
import { equalValues, type NodeRecord } from '../../document/snapshot'
import { NodeReference } from '../vm/wire'

/** A change of one node as the plugin's `nodechange` listeners get it; references become nodes in the VM. */
export interface HostNodeChange {
  readonly id: string
  readonly origin: 'LOCAL'
  readonly type: NodeChange['type']
  readonly node: NodeReference | RemovedNode
  readonly properties?: readonly NodeChangeProperty[]
}

/** Fields of the document that the API calls otherwise; the others are called as in the document. */
const otherNames: Readonly<Record<string, readonly NodeChangeProperty[]>> = {
  cornerRadii: ['cornerRadius', 'topLeftRadius', 'topRightRadius', 'bottomLeftRadius', 'bottomRightRadius'],
  fontFamily: ['fontName'],
  fontWeight: ['fontName'],
  lineHeightPx: ['lineHeight'],
  letterSpacingPx: ['letterSpacing'],
  vectorPaths: ['vectorNetwork'],
  componentId: ['componentProperties'],
  relaunchData: [],
  boundVariables: [],
  individualStrokeWeights: ['stokeTopWeight', 'strokeRightWeight', 'strokeBottomWeight', 'strokeLeftWeight'],
  gridRowSizes: [],
  gridColumnSizes: [],
  gridRowGap: [],
  gridColumnGap: [],
  gridRowAnchorIndex: [],
  gridColumnAnchorIndex: [],
  gridRowSpan: [],
  gridColumnSpan: [],
  gridChildHorizontalAlign: [],
  gridChildVerticalAlign: [],
  childIds: [],
  id: [],
  type: []
}

function transformProperties(before: Transform, after: Transform): NodeChangeProperty[] {
  const [[a, c, x], [b, d, y]] = before
  const [[a2, c2, x2], [b2, d2, y2]] = after
  const names: NodeChangeProperty[] = []
  if (x !== x2) names.push('x')
  if (y !== y2) names.push('y')
  if (a !== a2 || b !== b2 || c !== c2 || d !== d2) names.push('rotation', 'relativeTransform')
  return names
}

function changedProperties(before: NodeRecord, after: NodeRecord): readonly NodeChangeProperty[] {
  const newValues = new Map<string, unknown>(Object.entries(after))
  const names = Object.entries(before).flatMap(([field, value]): readonly NodeChangeProperty[] => {
    if (equalValues(value, newValues.get(field))) return []
    if (field === 'relativeTransform')
      return transformProperties(before.relativeTransform, after.relativeTransform)
    // Every other field of the document has the name that the typings' list has for it.
    return otherNames[field] ?? [field as NodeChangeProperty]
  })
  return [...new Set(names)]
}

function parentsIn(snapshot: Snapshot): ReadonlyMap<string, string> {
  return new Map(
    [...snapshot.nodes].flatMap(([id, { childIds }]) =>
      childIds.map((childId): [string, string] => [childId, id])
    )
  )
}

function isOnPage(id: string, pageId: string, parents: ReadonlyMap<string, string>): boolean {
  let ancestor = parents.get(id)
  while (ancestor !== undefined && ancestor !== pageId) ancestor = parents.get(ancestor)
  return ancestor === pageId
}

/**
 * What changed on a page between two snapshots, as plugin-api.d.ts has it (`PageNode.on('nodechange')`): of a subtree
 * that came or went only the highest node is named.
 */
export function nodeChanges(
  before: Snapshot,
  after: Snapshot,
  page: DocumentNode,
  document: PlaygroundDocument
): readonly HostNodeChange[] {
  const [oldParents, newParents] = [parentsIn(before), parentsIn(after)]
  const changes: HostNodeChange[] = []
  const add = (
    id: string,
    kind: string,
    type: NodeChange['type'],
    properties?: readonly NodeChangeProperty[]
  ): void => {
    // The kinds of the playground are kinds of the platform.
    const gone: RemovedNode = { removed: true, type: kind as NodeType, id }
    const node = document.get(id) === null ? gone : new NodeReference(id, kind)
    changes.push({ id, origin: 'LOCAL', type, node, ...(properties === undefined ? {} : { properties }) })
  }
  const isOld = (id: string): boolean => before.nodes.has(id) && isOnPage(id, page.id, oldParents)
  const isNew = (id: string): boolean => after.nodes.has(id) && isOnPage(id, page.id, newParents)
  for (const [id, record] of before.nodes) {
    if (!isOld(id) || isNew(id)) continue
    const parent = oldParents.get(id) ?? ''
    if (parent === page.id || isNew(parent)) add(id, record.type, 'DELETE')
  }
  for (const [id, record] of after.nodes) {
    if (!isNew(id)) continue
    const old = before.nodes.get(id)
    const parent = newParents.get(id) ?? ''
    if (old === undefined || !isOld(id)) {
      if (parent === page.id || isOld(parent)) add(id, record.type, 'CREATE')
      continue
    }
    const moved: readonly NodeChangeProperty[] = oldParents.get(id) === parent ? [] : ['parent']
    const properties = [...moved, ...changedProperties(old, record)]
    if (properties.length > 0) add(id, record.type, 'PROPERTY_CHANGE', properties)
  }
  return changes
}
