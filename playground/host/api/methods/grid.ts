import { isFree } from '../../../document/layout/grid-cells'
import type { DocumentNode } from '../../../document/node'
import { PluginError } from '../../plugin-error'
import { resolve } from '../api-host'
import { aNode, aNumber } from '../check'
import { frameKinds, layerKinds } from '../kinds'
import type { NodeMethods } from '../member-types'
import { insertNode } from './tree'

/** "If the specified row or column index is out of bounds [or] occupied by another node, it will throw an error." */
function moveToCell(grid: DocumentNode, child: DocumentNode, row: number, column: number): void {
  if (!isFree(grid, child, { row, column })) {
    throw new PluginError('The cell is out of bounds or occupied by another node')
  }
  child.gridRowAnchorIndex = row
  child.gridColumnAnchorIndex = column
}

/** Methods of grids and of layers in one. (plugin-api.d.ts, `GridLayoutMixin`, `GridChildrenMixin`) */
export const gridMethods: NodeMethods<'appendChildAt' | 'setGridChildPosition'> = {
  appendChildAt: {
    kinds: frameKinds,
    parameters: [aNode, aNumber(), aNumber()],
    call: (grid, [reference, row, column], host) => {
      if (grid.layoutMode !== 'GRID') throw new PluginError('This node is not a grid')
      const child = resolve(reference, host)
      const alone = { ...child, gridRowSpan: 1, gridColumnSpan: 1 }
      const others = { ...grid, children: grid.children.filter((each) => each !== child) }
      if (!isFree(others, alone, { row, column })) {
        throw new PluginError('The cell is out of bounds or occupied by another node')
      }
      insertNode(grid, grid.children.length, child, host)
      moveToCell(grid, child, row, column)
    }
  },
  setGridChildPosition: {
    kinds: layerKinds,
    parameters: [aNumber(), aNumber()],
    call: (node, [row, column]) => {
      const grid = node.parent
      if (grid?.layoutMode !== 'GRID') throw new PluginError('The parent node is not a grid')
      if (grid.gridItemsPositioning === 'ROW_AUTO_FLOW') {
        throw new PluginError('Cannot set the position of a node while gridItemsPositioning is ROW_AUTO_FLOW')
      }
      moveToCell(grid, node, row, column)
    }
  }
}
