import { PluginError } from '../../plugin-error'
import { needLoaded, pageOf, referTo, resolve } from '../api-host'
import { aBoolean, aNode, arrayOf, aString } from '../check'
import { allKinds, frameKinds, parentKinds, sceneKinds } from '../kinds'
import type { NodeProperties } from '../member-types'

type Names =
  | 'type'
  | 'name'
  | 'parent'
  | 'children'
  | 'visible'
  | 'locked'
  | 'isAsset'
  | 'selection'
  | 'documentColorProfile'
  | 'expanded'
  | 'mainComponent'
  | 'key'
  | 'remote'

/** What a node is, where it is, and the few properties of documents, pages, components and instances. */
export const identityProperties: NodeProperties<Names> = {
  type: { kinds: allKinds, get: (node) => node.type },
  name: {
    kinds: allKinds,
    // The document's own name is its file's.
    get: (node, host) => (node.type === 'DOCUMENT' ? host.document.name : node.name),
    set: {
      check: aString,
      apply: (node, value) => {
        node.name = value
      }
    }
  },
  parent: { kinds: allKinds, get: (node) => (node.parent === null ? null : referTo(node.parent)) },
  children: {
    kinds: [...parentKinds, 'DOCUMENT'],
    get: (node, host) => {
      // The list of pages is always there; what is on them is not.
      if (node.type === 'PAGE') needLoaded(node, host)
      return node.children.map(referTo)
    }
  },
  visible: {
    kinds: sceneKinds,
    get: (node) => node.visible,
    set: {
      check: aBoolean,
      apply: (node, value) => {
        node.visible = value
      }
    }
  },
  locked: {
    kinds: sceneKinds,
    get: (node) => node.locked,
    set: {
      check: aBoolean,
      apply: (node, value) => {
        node.locked = value
      }
    }
  },
  isAsset: { kinds: allKinds, get: () => false },
  selection: {
    kinds: ['PAGE'],
    get: (node, host) => host.selection.nodes(node).map(referTo),
    set: {
      check: arrayOf(aNode),
      apply: (page, references, host) => {
        const nodes = references.map((reference) => resolve(reference, host))
        if (nodes.some((node) => node === page || pageOf(node) !== page)) {
          throw new PluginError('Expected "selection" to have only nodes of this page')
        }
        host.selection.set(
          page,
          nodes.map((node) => node.id)
        )
      }
    }
  },
  documentColorProfile: { kinds: ['DOCUMENT'], get: () => 'SRGB' },
  expanded: {
    kinds: [...frameKinds, 'GROUP', 'BOOLEAN_OPERATION'],
    get: () => false,
    set: { check: aBoolean, apply: () => undefined }
  },
  mainComponent: {
    kinds: ['INSTANCE'],
    get: () => {
      throw new PluginError(
        'Cannot call with documentAccess: dynamic-page. Use node.getMainComponentAsync() instead'
      )
    }
  },
  key: { kinds: ['COMPONENT', 'COMPONENT_SET'], get: () => '' },
  remote: { kinds: ['COMPONENT', 'COMPONENT_SET'], get: () => false }
}
