import * as v from 'valibot'
import { flexibleTrack, readTracks, withTrackCount, writeTracks } from '../layout/grid-tracks'
import type { DocumentNode } from '../node'

const alignment = v.optional(v.picklist(['MIN', 'CENTER', 'MAX', 'AUTO']))
const wholeNumber = v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)))
const count = v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)))
const template = v.optional(
  v.pipe(
    v.string(),
    v.check((text) => readTracks(text) !== null, 'this is no list of tracks')
  )
)
const sizing = v.optional(v.picklist(['FIXED', 'HUG', 'FILL']))

/** What the REST answer says of a grid and of what is in one. The auto tracks are a dump's own. */
export const gridFields = {
  gridRowCount: count,
  gridColumnCount: count,
  gridRowGap: v.optional(v.number()),
  gridColumnGap: v.optional(v.number()),
  gridRowsSizing: template,
  gridColumnsSizing: template,
  gridAutoTracks: v.optional(v.picklist(['NONE', 'ROWS'])),
  gridItemsPositioning: v.optional(v.picklist(['MANUAL', 'ROW_AUTO_FLOW'])),
  gridRowAnchorIndex: wholeNumber,
  gridColumnAnchorIndex: wholeNumber,
  gridRowSpan: count,
  gridColumnSpan: count,
  gridChildHorizontalAlign: alignment,
  gridChildVerticalAlign: alignment,
  layoutSizingHorizontal: sizing,
  layoutSizingVertical: sizing
}

export type SceneGrid = v.InferOutput<v.ObjectSchema<typeof gridFields, undefined>>

/** Gives a node its tracks, if it is a grid, and its cells, if it is in one. */
export function readGrid(node: DocumentNode, data: SceneGrid): void {
  node.gridRowSizes = tracksOf(data.gridRowsSizing, data.gridRowCount)
  node.gridColumnSizes = tracksOf(data.gridColumnsSizing, data.gridColumnCount)
  node.gridRowGap = data.gridRowGap ?? 0
  node.gridColumnGap = data.gridColumnGap ?? 0
  node.gridAutoTracks = data.gridAutoTracks ?? 'NONE'
  node.gridItemsPositioning = data.gridItemsPositioning ?? 'MANUAL'
  node.gridRowAnchorIndex = data.gridRowAnchorIndex ?? 0
  node.gridColumnAnchorIndex = data.gridColumnAnchorIndex ?? 0
  node.gridRowSpan = data.gridRowSpan ?? 1
  node.gridColumnSpan = data.gridColumnSpan ?? 1
  node.gridChildHorizontalAlign = data.gridChildHorizontalAlign ?? 'AUTO'
  node.gridChildVerticalAlign = data.gridChildVerticalAlign ?? 'AUTO'
  if (node.layoutMode === 'GRID') {
    // REST says by `layoutSizing…` alone that a grid hugs what is in it.
    node.primaryAxisSizingMode = sizingMode(data.layoutSizingHorizontal) ?? node.primaryAxisSizingMode
    node.counterAxisSizingMode = sizingMode(data.layoutSizingVertical) ?? node.counterAxisSizingMode
  }
  if (node.parent?.layoutMode === 'GRID') {
    // REST says by `layoutSizing…` alone that a child fills its cell.
    node.layoutGrow = data.layoutSizingHorizontal === 'FILL' ? 1 : node.layoutGrow
    node.layoutAlign = data.layoutSizingVertical === 'FILL' ? 'STRETCH' : node.layoutAlign
  }
}

function sizingMode(sizing: SceneGrid['layoutSizingVertical']): 'AUTO' | 'FIXED' | null {
  return sizing === undefined ? null : sizing === 'HUG' ? 'AUTO' : 'FIXED'
}

function tracksOf(text: string | undefined, length: number | undefined): readonly GridTrackSize[] {
  const tracks = text === undefined ? [] : (readTracks(text) ?? [])
  return withTrackCount(tracks.length > 0 ? tracks : [flexibleTrack], length ?? Math.max(1, tracks.length))
}

/** The same fields of a node, in one order. */
export function writeGrid(node: DocumentNode): SceneGrid {
  return {
    gridRowCount: node.gridRowSizes.length,
    gridColumnCount: node.gridColumnSizes.length,
    gridRowGap: node.gridRowGap,
    gridColumnGap: node.gridColumnGap,
    gridRowsSizing: writeTracks(node.gridRowSizes),
    gridColumnsSizing: writeTracks(node.gridColumnSizes),
    gridAutoTracks: node.gridAutoTracks,
    gridItemsPositioning: node.gridItemsPositioning,
    gridRowAnchorIndex: node.gridRowAnchorIndex,
    gridColumnAnchorIndex: node.gridColumnAnchorIndex,
    gridRowSpan: node.gridRowSpan,
    gridColumnSpan: node.gridColumnSpan,
    gridChildHorizontalAlign: node.gridChildHorizontalAlign,
    gridChildVerticalAlign: node.gridChildVerticalAlign
  }
}
