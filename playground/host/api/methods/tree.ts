import * as v from 'valibot'
import type { DocumentNode } from '../../../document/node'
import { PluginError } from '../../plugin-error'
import { type ApiHost, needLoaded, descendantsOf, enclosingInstance, referTo, resolve } from '../api-host'
import { aNode, aNumber, type Check, matching } from '../check'
import { allKinds, parentKinds, sceneKinds } from '../kinds'
import type { NodeMethods } from '../member-types'
import type { NodeReference } from '../../vm/wire'

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

function ancestorsOf(node: DocumentNode): DocumentNode[] {
  return node.parent === null ? [] : [node.parent, ...ancestorsOf(node.parent)]
}

/** Refuses the moves that Figma refuses. */
export function checkMove(parent: DocumentNode, node: DocumentNode): void {
  if (parent.type === 'INSTANCE' || enclosingInstance(parent) !== null) {
    throw new PluginError('Cannot move node. New parent is an instance or is inside of an instance')
  }
  if (enclosingInstance(node) !== null)
    throw new PluginError('Cannot move node. Node is inside of an instance')
  if (node.type === 'PAGE' || node.type === 'DOCUMENT') {
    throw new PluginError(`Cannot move node. A ${node.type} cannot be moved into a ${parent.type}`)
  }
  if (node === parent || ancestorsOf(parent).includes(node)) {
    throw new PluginError('Cannot move node. A node cannot be its own parent')
  }
}

/** `index` counts the parent's children before the move, as the methods do; the place keeps its numbers. */
function insert(parent: DocumentNode, index: number, reference: NodeReference, host: ApiHost): void {
  const node = resolve(reference, host)
  checkMove(parent, node)
  const oldIndex = parent.children.indexOf(node)
  host.document.insert(parent, oldIndex !== -1 && oldIndex < index ? index - 1 : index, node)
}

function anIndex(value: number, count: number): void {
  if (!Number.isInteger(value)) throw new PluginError('Expected "index" to be an integer')
  if (value < 0 || value > count)
    throw new PluginError(`Expected "index" to have value between 0 and ${count}`)
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
      insert(parent, parent.children.length, child, host)
    }
  },
  insertChild: {
    kinds: parentKinds,
    parameters: [aNumber(), aNode],
    call: (parent, [index, child], host) => {
      anIndex(index, parent.children.length)
      insert(parent, index, child, host)
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
