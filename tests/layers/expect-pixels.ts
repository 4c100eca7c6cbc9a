import { expect } from 'vitest'
import type { Row } from '../../playground/testing/gallery'
import type { Pixels } from './row-state'
import type { RowView, Zone } from './row-view'

/**
 * How far a kept pixel may be from what it was, in steps of 255: the worst of all, and on average. Where the layer itself
 * stays on top, it may not be at all.
 */
const untouched = { worst: 0, average: 0 }

/** Where the new image is drawn over the old one and repeats it pixel for pixel. */
const composed = { worst: 1, average: 0.01 }

/** Where it repeats it between its pixels: then sharp edges are drawn anew. */
const redrawn = { worst: 200, average: 6 }

/** A pixel that differs by no more looks the same. */
const unseen = 2

/** The least share of the new area that is painted, where a row says nothing else: some of it is beneath a neighbour. */
const usualShare = 0.9

/** What has become of a view: how far each zone's pixels are from what they were. */
export interface PixelChange {
  readonly worst: number
  readonly average: number
  /** The share of pixels that look different. */
  readonly changed: number
}

export function changeIn(zone: Zone, view: RowView, before: Pixels, after: Pixels): PixelChange {
  let [worst, sum, changed, count] = [0, 0, 0, 0]
  view.zones.forEach((each, index) => {
    if (each === zone) {
      const difference = differenceAt(index * 4, before.rgba, after.rgba)
      worst = Math.max(worst, difference)
      sum += difference
      changed += difference > unseen ? 1 : 0
      count += 1
    }
  })
  return { worst, average: sum / Math.max(1, count), changed: changed / Math.max(1, count) }
}

/** The greatest difference of the three colours. */
function differenceAt(at: number, before: Buffer, after: Buffer): number {
  let greatest = 0
  for (let index = at; index < at + 3; index += 1) {
    greatest = Math.max(greatest, Math.abs((before[index] ?? 0) - (after[index] ?? 0)))
  }
  return greatest
}

/** What was seen of the layer is seen still, what is new is painted, and nothing else looks different. */
export function expectPixels(
  view: RowView,
  before: Pixels,
  after: Pixels,
  row: Row
): { readonly kept: PixelChange; readonly added: PixelChange } {
  const kept = changeIn('kept', view, before, after)
  const tolerance = row.expect === 'behind' ? untouched : row.isRedrawn === true ? redrawn : composed
  expect(view.zones.filter((zone) => zone === 'kept').length).toBeGreaterThan(100)
  expect(kept.worst).toBeLessThanOrEqual(tolerance.worst)
  expect(kept.average).toBeLessThanOrEqual(tolerance.average)
  const added = changeIn('new', view, before, after)
  expect(added.changed).toBeGreaterThanOrEqual(row.painted ?? usualShare)
  expect(changeIn('elsewhere', view, before, after).changed).toBe(0)
  return { kept, added }
}
