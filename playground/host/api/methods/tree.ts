import * as v from 'valibot'
import { takeCell } from '../../../document/layout/grid-cells'
import type { DocumentNode } from '../../../document/node'
import { PluginError } from '../../plugin-error'
import {
  ancestorsOf,
  type ApiHost,
  descendantsOf,
  enclosingInstance,
  needLoaded,
  referTo,
  resolve
} from '../api-host'
import { aNode, aNumber, type Check, matching } from '../check'
import { allKinds, parentKinds, sceneKinds } from '../kinds'
import type { NodeMethods } from '../member-types'
import { checkMove } from './check-move'

type Names =
  | 'appendChild'
  | 'insertChild'
  | 'remove'
  | 'clone'
  | 'findAllWithCriteria'
  | 'getMainComponentAsync'
  | 'getTopLevelFrame'
  | 'toString'
  | 'loadAsync'

/** `index` counts the parent's children before the move, as the methods do; the place keeps its numbers. */
export function insertNode(parent: DocumentNode, index: number, node: DocumentNode, host: ApiHost): void {
  if (parent.type === 'PAGE') needLoaded(parent, host)
  checkMove(parent, node)
  const oldIndex = parent.children.indexOf(node)
  host.document.insert(parent, oldIndex !== -1 && oldIndex < index ? index - 1 : index, node)
  if (oldIndex === -1 && parent.layoutMode === 'GRID') enterGrid(parent, node)
}

function enterGrid(grid: DocumentNode, node: DocumentNode): void {
  node.gridRowSpan = 1
  node.gridColumnSpan = 1
  if (node.layoutPositioning === 'AUTO') takeCell(grid, node)
}

function anIndex(value: number, count: number): void {
  if (!Number.isInteger(value)) throw new PluginError('Expected "index" to be an integer')
  if (value < 0) throw new PluginError('Expected "index" to have value >= 0')
  if (value > count) {
    throw new PluginError('Cannot insert node at index greater than the number of existing siblings')
  }
}

const criteria: Check<FindAllCriteria<NodeType[]>> = matching(
  v.strictObject({
    types: v.exactOptional(v.array(v.picklist(allKinds))),
    pluginData: v.exactOptional(v.strictObject({ keys: v.exactOptional(v.array(v.string())) }))
  })
)

/** Methods that change or search the tree; the searches that take a callback are in the prelude. */
export const treeMethods: NodeMethods<Names> = {
  appendChild: {
    kinds: parentKinds,
    parameters: [aNode],
    call: (parent, [child], host) => {
      insertNode(parent, parent.children.length, resolve(child, host), host)
    }
  },
  insertChild: {
    kinds: parentKinds,
    parameters: [aNumber(), aNode],
    call: (parent, [index, child], host) => {
      anIndex(index, parent.children.length)
      insertNode(parent, index, resolve(child, host), host)
    }
  },
  remove: {
    kinds: allKinds,
    parameters: [],
    call: (node, _values, host) => {
      if (enclosingInstance(node) !== null) throw new PluginError('Removing this node is not allowed')
      if (node.type === 'DOCUMENT' || node === host.document.currentPage) {
        throw new PluginError('Removing this node is not allowed')
      }
      host.document.remove(node)
    }
  },
  clone: {
    kinds: [...sceneKinds, 'PAGE'],
    parameters: [],
    call: (node, _values, host) => {
      const copy = host.document.clone(node)
      // plugin-api.d.ts: "By default, the duplicate will be parented under figma.currentPage."
      const parent = node.type === 'PAGE' ? host.document.root : host.document.currentPage
      host.document.insert(parent, parent.children.length, copy)
      return referTo(copy)
    }
  },
  findAllWithCriteria: {
    kinds: [...parentKinds, 'DOCUMENT'],
    parameters: [criteria],
    call: (node, [{ types, pluginData }], host) => {
      needLoaded(node, host)
      return descendantsOf(node)
        .filter((each) => types === undefined || types.some((type) => type === each.type))
        .filter((each) => {
          if (pluginData === undefined) return true
          const keys = Object.keys(each.pluginData)
          return pluginData.keys === undefined
            ? keys.length > 0
            : pluginData.keys.some((key) => keys.includes(key))
        })
        .map(referTo)
    }
  },
  getMainComponentAsync: {
    kinds: ['INSTANCE'],
    parameters: [],
    call: (node, _values, host) => {
      const component = node.componentId === null ? null : host.document.get(node.componentId)
      return component === null ? null : referTo(component)
    }
  },
  getTopLevelFrame: {
    kinds: allKinds,
    parameters: [],
    call: (node) => {
      const frame = [node, ...ancestorsOf(node)].find(
        (each) => each.type === 'FRAME' && (each.parent?.type === 'PAGE' || each.parent?.type === 'SECTION')
      )
      return frame === undefined ? undefined : referTo(frame)
    }
  },
  toString: { kinds: allKinds, parameters: [], call: (node) => `[${node.type} ${node.id}]` },
  loadAsync: {
    kinds: ['PAGE'],
    parameters: [],
    call: (page, _values, host) => {
      host.loadedPages.add(page.id)
    }
  }
}
