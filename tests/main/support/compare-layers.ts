import { type DocumentNode, equalValues } from '../../../playground/testing/document'
import { differingFields } from './differing-fields'
import { type Corners, distance, ownCorners, recordOf, type SeenDocument } from './seen-layers'

/** What is wrong, and by how many px anything is off at most. */
export interface Verdict {
  readonly problems: readonly string[]
  readonly deviationPx: number
}

/** Nothing may be further off than this, px. */
export const tolerancePx = 0.01

/** Paths follow from the size. */
const geometry = ['relativeTransform', 'width', 'height', 'vectorPaths'] as const
/** A document before and after something was done to one layer. */
export interface Change {
  readonly before: SeenDocument
  readonly after: SeenDocument
  readonly targetId: string
}

/** What of it was meant. */
export interface Expectation {
  /** Boxes that are to be elsewhere than they were. */
  readonly boxes: ReadonlyMap<string, Corners>
  /** Fields that may differ. */
  readonly free: ReadonlyMap<string, readonly (keyof DocumentNode)[]>
  readonly added: { readonly id: string; readonly parentId: string } | null
}

/**
 * Compares every layer with what it was. A group has no box of its own: one around what has grown grows with it (Figma
 * fits groups to their content), so of those it is checked that they fit.
 */
export function compareLayers(
  { before, after, targetId }: Change,
  { boxes, free, added }: Expectation
): Verdict {
  const problems: string[] = []
  let deviationPx = 0
  const changedIds = [...(added === null ? [targetId] : [added.id])]
  const fitted = new Set(changedIds.flatMap((id) => groupsAround(after, id)))
  const unplaced = unplacedIn(before, targetId)
  for (const [id, { record, parentId }] of after.layers) {
    const expected = boxes.get(id)
    const was = before.layers.get(id)
    const layer = after.layers.get(id)
    if (layer === undefined || (was === undefined && id !== added?.id)) {
      problems.push(`${record.type} ${id} is new`)
      continue
    }
    if (unplaced.has(id)) {
      continue
    }
    const corners = expected ?? (was === undefined ? null : ownCorners(was))
    const off = fitted.has(id)
      ? misfit(after, id)
      : corners === null
        ? 0
        : distance(ownCorners(layer), corners)
    deviationPx = Math.max(deviationPx, off)
    if (!(off <= tolerancePx)) {
      problems.push(`${record.type} ${id} in ${parentId} is ${off.toFixed(3)} px off`)
    }
  }
  for (const [id, was] of before.snapshot.nodes) {
    const now = after.snapshot.nodes.get(id)
    if (now === undefined) {
      problems.push(`${was.type} ${id} is gone`)
      continue
    }
    const allowed: readonly string[] = [...geometry, ...(free.get(id) ?? [])]
    const names = differingFields(was, now).filter((name) => !allowed.includes(name))
    const others = added?.parentId === id ? names.filter((name) => name !== 'childIds') : names
    const keepsOrder =
      added?.parentId !== id ||
      equalValues(
        now.childIds.filter((child) => child !== added.id),
        was.childIds
      )
    if (others.length > 0 || !keepsOrder) {
      problems.push(`${was.type} ${id}: ${others.join(', ')} changed`)
    }
  }
  return { problems, deviationPx }
}

/** What a frame's auto layout does not place while it is hidden: nobody sees where it is. */
function unplacedIn(document: SeenDocument, id: string): ReadonlySet<string> {
  const frame = recordOf(document, id)
  const withContent = (each: string): readonly string[] => [
    each,
    ...(recordOf(document, each)?.childIds ?? []).flatMap(withContent)
  ]
  const hidden = (frame?.childIds ?? []).filter((childId) => {
    const child = recordOf(document, childId)
    return child !== undefined && !child.visible && child.layoutPositioning === 'AUTO'
  })
  return new Set(frame === undefined || frame.layoutMode === 'NONE' ? [] : hidden.flatMap(withContent))
}

function groupsAround(document: SeenDocument, id: string): readonly string[] {
  const parentId = document.layers.get(id)?.parentId
  return parentId !== undefined && recordOf(document, parentId)?.type === 'GROUP'
    ? [parentId, ...groupsAround(document, parentId)]
    : []
}

/** By how many px a group's box differs from the box around what is in it, along the group's own axes. */
function misfit(document: SeenDocument, id: string): number {
  const group = document.layers.get(id)
  if (group === undefined) {
    return NaN
  }
  const { absolute, record } = group
  const [[a, c, e], [b, d, f]] = absolute
  const determinant = a * d - b * c
  const points = record.childIds
    .flatMap((childId) => {
      const child = document.layers.get(childId)
      return child === undefined ? [] : ownCorners(child)
    })
    .map(({ x, y }) => ({
      x: (d * (x - e) - c * (y - f)) / determinant,
      y: (a * (y - f) - b * (x - e)) / determinant
    }))
  const xs = points.map(({ x }) => x)
  const ys = points.map(({ y }) => y)
  return Math.max(
    Math.abs(Math.min(...xs)),
    Math.abs(Math.min(...ys)),
    Math.abs(Math.max(...xs) - record.width),
    Math.abs(Math.max(...ys) - record.height)
  )
}
