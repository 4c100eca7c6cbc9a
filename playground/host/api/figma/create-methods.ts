import { absoluteTransform, containerOf, invert, isGroupLike, multiply } from '../../../document/geometry'
import type { DocumentNode, NodeKind } from '../../../document/node'
import { createImage } from '../../create-image'
import { PluginError } from '../../plugin-error'
import { ImageReference, type NodeReference } from '../../vm/wire'
import { descendantsOf, referTo, resolve } from '../api-host'
import { aNode, aNumber, arrayOf, aString, aUint8Array, optional } from '../check'
import { checkMove } from '../methods/check-move'
import type { FigmaHost } from './figma-host'
import type { ObjectMethods } from './figma-types'

type Names =
  | 'createRectangle'
  | 'createEllipse'
  | 'createPolygon'
  | 'createStar'
  | 'createLine'
  | 'createFrame'
  | 'createComponent'
  | 'createSection'
  | 'createPage'
  | 'createImage'
  | 'getImageByHash'
  | 'group'
  | 'ungroup'

/** New layers come to lie on top of the current page. (plugin-api.d.ts) */
function create(kind: NodeKind) {
  return {
    parameters: [] as [],
    call: (_values: readonly [], host: FigmaHost): NodeReference => {
      const node = host.document.createNode(kind)
      const parent = kind === 'PAGE' ? host.document.root : host.document.currentPage
      host.document.insert(parent, parent.children.length, node)
      host.document.changed()
      return referTo(node)
    }
  }
}

/** Moves a node and keeps it where it is seen. */
function moveInPlace(parent: DocumentNode, index: number, node: DocumentNode, host: FigmaHost): void {
  const container = isGroupLike(parent) ? containerOf(parent) : parent
  const seen = absoluteTransform(node)
  const moved = container === null ? seen : multiply(invert(absoluteTransform(container)), seen)
  const correction = multiply(moved, invert(node.relativeTransform))
  const withContent = isGroupLike(node) ? descendantsOf(node).filter((each) => sameSpace(each, node)) : []
  host.document.insert(parent, index, node)
  for (const each of [node, ...withContent])
    each.relativeTransform = multiply(correction, each.relativeTransform)
}

function sameSpace(node: DocumentNode, group: DocumentNode): boolean {
  let ancestor = node.parent
  while (ancestor !== null && ancestor !== group && isGroupLike(ancestor)) ancestor = ancestor.parent
  return ancestor === group
}

/** Makers of layers, groups and images. */
export const createMethods: ObjectMethods<PluginAPI, Names> = {
  createRectangle: create('RECTANGLE'),
  createEllipse: create('ELLIPSE'),
  createPolygon: create('POLYGON'),
  createStar: create('STAR'),
  createLine: create('LINE'),
  createFrame: create('FRAME'),
  createComponent: create('COMPONENT'),
  createSection: create('SECTION'),
  createPage: create('PAGE'),
  createImage: {
    parameters: [aUint8Array],
    call: ([bytes], host) => new ImageReference(createImage(host.document.images, bytes))
  },
  getImageByHash: {
    parameters: [aString],
    call: ([hash], host) => (host.document.images.has(hash) ? new ImageReference(hash) : null)
  },
  group: {
    parameters: [arrayOf(aNode), aNode, optional(aNumber({ min: 0 }))],
    call: ([references, parentReference, index], host) => {
      const parent = resolve(parentReference, host)
      const nodes = references.map((reference) => resolve(reference, host))
      if (nodes.length === 0) throw new PluginError('First argument must be an array of at least one node')
      for (const node of nodes) checkMove(parent, node)
      const group = host.document.createNode('GROUP')
      host.document.insert(parent, index ?? parent.children.length, group)
      const paintOrder = descendantsOf(host.document.root).filter((node) => nodes.includes(node))
      paintOrder.forEach((node, position) => {
        moveInPlace(group, position, node, host)
      })
      host.document.changed()
      return referTo(group)
    }
  },
  ungroup: {
    parameters: [aNode],
    call: ([reference], host) => {
      const group = resolve(reference, host)
      const parent = group.parent
      if (parent === null || !('children' in group)) throw new PluginError('Cannot ungroup this node')
      checkMove(parent, group)
      const children = [...group.children]
      const index = parent.children.indexOf(group)
      children.forEach((child, position) => {
        moveInPlace(parent, index + position + 1, child, host)
      })
      if (!group.removed && group.children.length === 0) {
        if (host.document.get(group.id) !== null) host.document.remove(group)
      }
      host.document.changed()
      return children.map(referTo)
    }
  }
}
