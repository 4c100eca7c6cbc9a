import type {
  DocumentNode,
  NodeRecord,
  PlaygroundDocument,
  Snapshot
} from '../../../playground/testing/document'

export type Corners = readonly [Vector, Vector, Vector, Vector]

/** One layer at one moment: its own values, and where it is on its page. */
export interface SeenLayer {
  readonly record: NodeRecord
  readonly parentId: string
  readonly absolute: Transform
}

/** A document at one moment. */
export interface SeenDocument {
  readonly snapshot: Snapshot
  /** All but the document and its pages, by id. */
  readonly layers: ReadonlyMap<string, SeenLayer>
}

/** Writes down where everything is: each layer relative to the nearest frame, section or page, not to a group. */
export function lookAt(document: PlaygroundDocument): SeenDocument {
  const snapshot = document.snapshot()
  const layers = new Map<string, SeenLayer>()
  const visit = (node: DocumentNode, container: Transform): void => {
    for (const child of node.children) {
      const record = snapshot.nodes.get(child.id)
      if (record === undefined) {
        throw new Error(`the snapshot lacks ${child.id}`)
      }
      const absolute = product(container, child.relativeTransform)
      layers.set(child.id, { record, parentId: node.id, absolute })
      visit(child, isFitted(child.type) ? container : absolute)
    }
  }
  for (const page of document.root.children) {
    visit(page, [
      [1, 0, 0],
      [0, 1, 0]
    ])
  }
  return { snapshot, layers }
}

/** Kinds that have no space of their own: their box follows from what is in them. */
export function isFitted(kind: DocumentNode['type']): boolean {
  return kind === 'GROUP' || kind === 'BOOLEAN_OPERATION'
}

/** The corners of a box in a layer's own units, on the page. */
export function cornersOn(
  place: Transform,
  left: number,
  top: number,
  right: number,
  bottom: number
): Corners {
  return [at(place, left, top), at(place, right, top), at(place, right, bottom), at(place, left, bottom)]
}

export function ownCorners({ absolute, record }: SeenLayer): Corners {
  return cornersOn(absolute, 0, 0, record.width, record.height)
}

/** The greatest distance between corners of the same name, px. */
export function distance(one: Corners, other: Corners): number {
  return Math.max(
    ...one.map((corner, index) => {
      const { x, y } = other[index] ?? { x: NaN, y: NaN }
      return Math.hypot(corner.x - x, corner.y - y)
    })
  )
}

function at([[a, c, e], [b, d, f]]: Transform, x: number, y: number): Vector {
  return { x: a * x + c * y + e, y: b * x + d * y + f }
}

function product([[a, c, e], [b, d, f]]: Transform, [[g, i, k], [h, j, l]]: Transform): Transform {
  return [
    [a * g + c * h, a * i + c * j, a * k + c * l + e],
    [b * g + d * h, b * i + d * j, b * k + d * l + f]
  ]
}

/** A layer's own values; undefined where there is none of that id. */
export function recordOf(document: SeenDocument, id: string): NodeRecord | undefined {
  return document.snapshot.nodes.get(id)
}
