import { expect } from 'vitest'
import { playgroundPluginId } from '../../playground/testing/document'
import type { Place } from '../../playground/testing/editor'
import { canvasCorners, noInsets, type Row } from '../../playground/testing/gallery'
import { relaunchCommand } from '../../src/main/placed/layer-data'
import { expectGrownPaints, wholeImage } from './expect-grown-paints'
import { digits, expectSamePoints } from './expect-same-points'
import { placeOf, type RowChange, type RowState } from './row-state'
import { fieldsWithout, type FlatNode, nodeOf, nodesOf, placeFields } from './scene-nodes'

/** The layer has grown along its own axes and kept all that growing does not change; nothing else has changed. */
export function expectGrown({ before, after, targetId, row }: RowChange): void {
  const [was, is] = [nodesOf(before.scene), nodesOf(after.scene)]
  const [old, grown] = [nodeOf(was, targetId), nodeOf(is, targetId)]
  const { insets } = row
  const place = placeOf(after, targetId)
  const { width, height } = placeOf(before, targetId)
  expect(place.width).toBeCloseTo(width + insets.left + insets.right, digits)
  expect(place.height).toBeCloseTo(height + insets.top + insets.bottom, digits)
  expectCorners(place, canvasCorners(placeOf(before, targetId), insets))

  // What has no auto layout has no such sizing either, whatever is kept of it.
  const isLaidOut = old.fields['layoutMode'] !== 'NONE'
  const free = [...placeFields, 'fills', 'pluginData', 'relaunchData', ...paddings]
  const changed = [...free, ...(isLaidOut && row.endsHugging !== true ? [] : sizingModes)]
  expect(fieldsWithout(grown, changed)).toEqual(fieldsWithout(old, changed))
  expectPaddings(old, grown, row)
  expectRecipe(grown)
  expectGrownPaints({ before, after, targetId, row })
  expect([...is.keys()]).toEqual([...was.keys()])
  for (const [id, node] of was) {
    expect(nodeOf(is, id).childIds, id).toEqual(node.childIds)
    if (id !== targetId) {
      expectSameNode(before, after, id, isGroupAround(was, id, targetId))
    }
  }
}

/** The layer is as it was, and so is everything else; a new rectangle directly behind it covers the canvas. */
export function expectBehind({ before, after, targetId, row }: RowChange): void {
  const [was, is] = [nodesOf(before.scene), nodesOf(after.scene)]
  const added = [...is.keys()].filter((id) => !was.has(id))
  expect(added).toHaveLength(1)
  const rectangle = nodeOf(is, added[0] ?? null)
  const anchor = nodeOf(is, anchorOf(was, targetId))
  const parent = nodeOf(is, anchor.parentId)
  expect(rectangle.fields).toMatchObject({
    ...{ type: 'RECTANGLE', visible: true, opacity: 1, locked: false, isMask: false },
    ...{ strokes: [], effects: [], rectangleCornerRadii: [0, 0, 0, 0] }
  })
  expect(rectangle.fields['fills']).toEqual([expect.objectContaining(wholeImage)])
  expectRecipe(rectangle)
  expect(rectangle.parentId).toBe(parent.id)
  expect(parent.childIds.indexOf(rectangle.id)).toBe(parent.childIds.indexOf(anchor.id) - 1)
  const isInLayout = (parent.fields['layoutMode'] ?? 'NONE') !== 'NONE'
  expect(rectangle.fields['layoutPositioning']).toBe(isInLayout ? 'ABSOLUTE' : 'AUTO')
  expectCorners(placeOf(after, rectangle.id), canvasCorners(placeOf(before, targetId), row.insets))
  for (const [id, node] of was) {
    expect(
      nodeOf(is, id).childIds.filter((child) => child !== rectangle.id),
      id
    ).toEqual(node.childIds)
    expectSameNode(before, after, id, isGroupAround(was, id, targetId))
  }
  // Of the layer itself, not even a place in other digits.
  expect(nodeOf(is, targetId).fields).toEqual(nodeOf(was, targetId).fields)
}

const sizingModes = ['primaryAxisSizingMode', 'counterAxisSizingMode']
const paddings = ['paddingTop', 'paddingRight', 'paddingBottom', 'paddingLeft']

/** In auto layout the insets are in the padding; elsewhere the padding is none of growing's business. */
function expectPaddings(old: FlatNode, grown: FlatNode, { insets }: Row): void {
  const flows = old.fields['layoutMode'] !== 'NONE'
  const added = [insets.top, insets.right, insets.bottom, insets.left]
  expect(paddings.map((name) => grown.fields[name])).toEqual(
    paddings.map((name, index) => Number(old.fields[name]) + (flows ? (added[index] ?? 0) : 0))
  )
}

/** What is needed to do it again is kept on the layer that shows the image, with a button for it. */
function expectRecipe({ fields }: FlatNode): void {
  expect(fields['pluginData']).toMatchObject({
    [playgroundPluginId]: { recipe: expect.any(String) as string }
  })
  expect(fields['relaunchData']).toEqual({ [relaunchCommand]: '' })
}

/** A node that must not change: every field is the same, and it is seen at the same place in the same size. */
function expectSameNode(before: RowState, after: RowState, id: string, fitsItsContent: boolean): void {
  const [old, now] = [nodeOf(nodesOf(before.scene), id), nodeOf(nodesOf(after.scene), id)]
  // The plugin marks the file itself, once, to know its own unfinished tasks again.
  const free = [...placeFields, ...(old.parentId === null ? ['pluginData'] : [])]
  expect(fieldsWithout(now, free), id).toEqual(fieldsWithout(old, free))
  const [was, is] = [before.places[id], after.places[id]]
  expect(is === undefined, id).toBe(was === undefined)
  if (was !== undefined && is !== undefined && !fitsItsContent) {
    expectCorners(is, canvasCorners(was))
    expect(is.width, id).toBeCloseTo(was.width, digits)
    expect(is.height, id).toBeCloseTo(was.height, digits)
  }
}

/** A group around the layer has the box of what is in it, as groups do. */
function isGroupAround(nodes: ReadonlyMap<string, FlatNode>, id: string, targetId: string): boolean {
  return (
    id !== targetId &&
    nodeOf(nodes, id).fields['type'] === 'GROUP' &&
    pathTo(nodes, targetId).some((node) => node.id === id)
  )
}

function expectCorners(place: Place, corners: readonly Vector[]): void {
  expectSamePoints(canvasCorners(place, noInsets), corners)
}

/** What the new layer goes directly behind: the layer; the instance that it is in; the group that auto layout moves. */
function anchorOf(nodes: ReadonlyMap<string, FlatNode>, targetId: string): string {
  const path = pathTo(nodes, targetId)
  const instance = path.filter(({ fields }) => fields['type'] === 'INSTANCE').at(-1)
  if (instance !== undefined) {
    return instance.id
  }
  const frame = path.findIndex(({ fields }, index) => index > 0 && fields['type'] !== 'GROUP')
  const isMovedByLayout = (path[frame]?.fields['layoutMode'] ?? 'NONE') !== 'NONE'
  return isMovedByLayout ? (path[frame - 1]?.id ?? targetId) : targetId
}

/** A node and all that it is in, from itself upward. */
function pathTo(nodes: ReadonlyMap<string, FlatNode>, id: string): readonly FlatNode[] {
  const node = nodeOf(nodes, id)
  return [node, ...(node.parentId === null ? [] : pathTo(nodes, node.parentId))]
}
