import { columnsNeeded, isFree, rowsNeeded } from '../../../document/layout/grid-cells'
import { withTrackCount } from '../../../document/layout/grid-tracks'
import type { DocumentNode } from '../../../document/node'
import { PluginError } from '../../plugin-error'
import { aNumber, type Check, matching, oneOf } from '../check'
import { frameKinds, layerKinds } from '../kinds'
import type { NodeProperties } from '../member-types'
import { trackSizesSchema } from '../value-schemas'

type Names =
  | 'gridRowCount'
  | 'gridColumnCount'
  | 'gridRowGap'
  | 'gridColumnGap'
  | 'gridRowSizes'
  | 'gridColumnSizes'
  | 'gridAutoTracks'
  | 'gridItemsPositioning'
  | 'gridRowAnchorIndex'
  | 'gridColumnAnchorIndex'
  | 'gridRowSpan'
  | 'gridColumnSpan'
  | 'gridChildHorizontalAlign'
  | 'gridChildVerticalAlign'

const aCount: Check<number> = (value, name) => {
  const count = aNumber({ min: 1 })(value, name)
  if (!Number.isInteger(count)) throw new PluginError(`Expected "${name}" to be an integer`)
  return count
}

function needGrid(node: DocumentNode | null, name: string): asserts node is DocumentNode {
  if (node?.layoutMode !== 'GRID') throw new PluginError(`Can only set ${name} if layoutMode is GRID`)
}

/** The properties of a grid itself, which an instance does not override. */
function ofGrid<K extends keyof DocumentNode, V extends DocumentNode[K]>(name: K, check: Check<V>) {
  return {
    kinds: frameKinds,
    get: (node: DocumentNode): DocumentNode[K] => node[name],
    set: {
      check,
      fixedInInstance: 'stack-layout',
      apply: (node: DocumentNode, value: V): void => {
        needGrid(node, name)
        node[name] = value
      }
    }
  }
}

function trackCount(name: 'gridRowCount' | 'gridColumnCount') {
  const sizes = name === 'gridRowCount' ? 'gridRowSizes' : 'gridColumnSizes'
  const needed = name === 'gridRowCount' ? rowsNeeded : columnsNeeded
  return {
    kinds: frameKinds,
    get: (node: DocumentNode): number => node[sizes].length,
    set: {
      check: aCount,
      fixedInInstance: 'stack-layout',
      apply: (node: DocumentNode, value: number): void => {
        needGrid(node, name)
        if (name === 'gridRowCount' && node.gridAutoTracks === 'ROWS') {
          throw new PluginError('Cannot set gridRowCount while gridAutoTracks is ROWS')
        }
        if (value < needed(node)) throw new PluginError('Cannot remove tracks that are occupied by children')
        node[sizes] = withTrackCount(node[sizes], value)
      }
    }
  }
}

/** The platform changes the items of the array; here the array is set as a whole, with as many items as there are. */
function trackSizes(name: 'gridRowSizes' | 'gridColumnSizes') {
  return {
    kinds: frameKinds,
    get: (node: DocumentNode): GridTrackSize[] => node[name].map((track) => ({ ...track })),
    set: {
      check: matching<GridTrackSize[]>(trackSizesSchema),
      fixedInInstance: 'stack-layout',
      apply: (node: DocumentNode, value: GridTrackSize[]): void => {
        needGrid(node, name)
        if (value.length !== node[name].length) {
          throw new PluginError(`Expected "${name}" to have ${node[name].length} items`)
        }
        node[name] = value
      }
    }
  }
}

function span(name: 'gridRowSpan' | 'gridColumnSpan') {
  return {
    kinds: layerKinds,
    get: (node: DocumentNode): number => node[name],
    set: {
      check: aCount,
      fixedInInstance: 'stack-layout',
      apply: (node: DocumentNode, value: number): void => {
        needGrid(node.parent, name)
        const wanted = { ...node, [name]: value }
        const anchor = { row: node.gridRowAnchorIndex, column: node.gridColumnAnchorIndex }
        const others = { ...node.parent, children: node.parent.children.filter((each) => each !== node) }
        if (!isFree(others, wanted, anchor)) {
          throw new PluginError('The span reaches out of the grid or over another node')
        }
        node[name] = value
      }
    }
  }
}

function alignment(name: 'gridChildHorizontalAlign' | 'gridChildVerticalAlign') {
  return {
    kinds: layerKinds,
    get: (node: DocumentNode): DocumentNode[typeof name] => node[name],
    set: {
      check: oneOf(['MIN', 'CENTER', 'MAX', 'AUTO']),
      fixedInInstance: 'stack-layout',
      apply: (node: DocumentNode, value: DocumentNode[typeof name]): void => {
        needGrid(node.parent, name)
        node[name] = value
      }
    }
  }
}

/** Grids, and layers in one. (plugin-api.d.ts, `GridLayoutMixin`, `GridChildrenMixin`) */
export const gridProperties: NodeProperties<Names> = {
  gridRowCount: trackCount('gridRowCount'),
  gridColumnCount: trackCount('gridColumnCount'),
  gridRowGap: ofGrid('gridRowGap', aNumber({ min: 0 })),
  gridColumnGap: ofGrid('gridColumnGap', aNumber({ min: 0 })),
  gridRowSizes: trackSizes('gridRowSizes'),
  gridColumnSizes: trackSizes('gridColumnSizes'),
  gridAutoTracks: ofGrid('gridAutoTracks', oneOf(['NONE', 'ROWS'])),
  gridItemsPositioning: ofGrid('gridItemsPositioning', oneOf(['MANUAL', 'ROW_AUTO_FLOW'])),
  gridRowAnchorIndex: { kinds: layerKinds, get: (node) => node.gridRowAnchorIndex },
  gridColumnAnchorIndex: { kinds: layerKinds, get: (node) => node.gridColumnAnchorIndex },
  gridRowSpan: span('gridRowSpan'),
  gridColumnSpan: span('gridColumnSpan'),
  gridChildHorizontalAlign: alignment('gridChildHorizontalAlign'),
  gridChildVerticalAlign: alignment('gridChildVerticalAlign')
}
