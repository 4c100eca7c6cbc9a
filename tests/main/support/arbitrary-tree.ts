import fc from 'fast-check'
import type { DocumentNode, NodeKind } from '../../../playground/testing/document'
import { fieldsOf } from './arbitrary-fields'
import { place, side, uprightPlace } from './arbitrary-place'

/** A layer to be built, as plain data that can be read in a report. */
export interface TreeLayer {
  readonly kind: NodeKind
  readonly place: Transform
  readonly width: number
  readonly height: number
  readonly fields: Partial<DocumentNode>
  readonly children: readonly TreeLayer[]
}

/** What may be inside what: the rules of the platform for each kind of parent. */
type Inside = 'page' | 'section' | 'frame' | 'component' | 'instance' | 'set' | 'boolean'

const most = { depth: 5, layers: 25 }

const shapes = ['RECTANGLE', 'ELLIPSE', 'POLYGON', 'STAR', 'LINE', 'VECTOR', 'TEXT'] as const
const holders = ['FRAME', 'FRAME', 'FRAME', 'GROUP', 'GROUP', 'INSTANCE', 'BOOLEAN_OPERATION'] as const

const kinds: Readonly<Record<Inside, readonly NodeKind[]>> = {
  page: [...shapes, ...holders, 'COMPONENT', 'COMPONENT_SET', 'SECTION'],
  section: [...shapes, ...holders, 'COMPONENT', 'COMPONENT_SET', 'SECTION'],
  frame: [...shapes, ...holders, 'COMPONENT'],
  component: [...shapes, ...holders],
  instance: [...shapes, ...holders],
  set: ['COMPONENT'],
  boolean: ['RECTANGLE', 'ELLIPSE', 'POLYGON', 'STAR', 'VECTOR', 'TEXT', 'GROUP']
}

/** Where the children of a layer are; null for a layer that has none. */
function insideOf(kind: NodeKind, inside: Inside): Inside | null {
  switch (kind) {
    case 'FRAME':
      return inside === 'component' || inside === 'instance' ? inside : 'frame'
    case 'GROUP':
      return inside === 'page' || inside === 'section' ? 'frame' : inside
    case 'SECTION':
      return 'section'
    case 'COMPONENT':
      return 'component'
    case 'COMPONENT_SET':
      return 'set'
    case 'INSTANCE':
      return 'instance'
    case 'BOOLEAN_OPERATION':
      return 'boolean'
    default:
      return null
  }
}

const known = new Map<string, fc.Arbitrary<TreeLayer>>()

function layerIn(inside: Inside, depth: number): fc.Arbitrary<TreeLayer> {
  const key = `${inside} ${depth}`
  const made = known.get(key)
  if (made !== undefined) {
    return made
  }
  const choices = kinds[inside].filter((kind) => depth < most.depth || insideOf(kind, inside) === null)
  const arbitrary = fc.oneof(
    ...[...new Set(choices.length === 0 ? ['COMPONENT' as const] : choices)].map((kind) => ({
      weight: kinds[inside].filter((each) => each === kind).length,
      arbitrary: layerOfKind(kind, inside, depth)
    }))
  )
  known.set(key, arbitrary)
  return arbitrary
}

function layerOfKind(kind: NodeKind, inside: Inside, depth: number): fc.Arbitrary<TreeLayer> {
  const within = insideOf(kind, inside)
  // What has no box of its own vanishes when it is empty.
  const isFitted = kind === 'GROUP' || kind === 'BOOLEAN_OPERATION'
  return fc.record({
    kind: fc.constant(kind),
    place: kind === 'SECTION' ? uprightPlace : place,
    width: side,
    height: kind === 'LINE' ? fc.constant(0) : side,
    fields: fieldsOf(kind),
    children:
      within === null || depth >= most.depth
        ? fc.constant<readonly TreeLayer[]>([])
        : fc.array(layerIn(within, depth + 1), { minLength: isFitted ? 1 : 0, maxLength: depth < 3 ? 4 : 2 })
  })
}

/** The layers of a page, bottom first: of every kind, nested, turned, laid out, up to five deep and 25 in all. */
export const arbitraryTree: fc.Arbitrary<readonly TreeLayer[]> = fc
  .array(layerIn('page', 1), { minLength: 1, maxLength: 5 })
  .map((layers) => pruned(layers, { count: most.layers }))

/** Leaves out what is too many; a group that would be empty goes too. */
function pruned(layers: readonly TreeLayer[], left: { count: number }): readonly TreeLayer[] {
  return layers.flatMap((layer) => {
    if (left.count <= 0) {
      return []
    }
    left.count -= 1
    const children = pruned(layer.children, left)
    const isEmptied = ['GROUP', 'BOOLEAN_OPERATION'].includes(layer.kind) && children.length === 0
    return isEmptied ? [] : [{ ...layer, children }]
  })
}
