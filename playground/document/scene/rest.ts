import { PlaygroundDocument } from '../document'
import { absoluteTransform, containerOf, isGroupLike } from '../geometry'
import { settleLayout } from '../layout/layout'
import type { DocumentNode, NodeKind } from '../node'
import { readNode } from '../read-node'
import { sha1 } from '../sha1'
import { type SceneNode, writeNode } from '../write-node'
import type { ImageHashOf } from './scene-paints'
import { placementOf } from './scene-placement'
import { checkScene, type SceneNodeData } from './scene-schema'

/**
 * A document in the shape of the answer of Figma's REST API to "GET file", as it is parsed from JSON. What is not
 * known is ignored, what is missing has the platform's default, and broken values are refused by `loadScene`.
 */
export interface SceneFile {
  readonly name: string
  readonly document: SceneNode
}

/** The kinds of the REST answer that the playground knows, in the plugin API's words. */
const kinds: Readonly<Record<string, NodeKind>> = {
  CANVAS: 'PAGE',
  FRAME: 'FRAME',
  GROUP: 'GROUP',
  TRANSFORM_GROUP: 'GROUP',
  COMPONENT: 'COMPONENT',
  COMPONENT_SET: 'COMPONENT_SET',
  INSTANCE: 'INSTANCE',
  SECTION: 'SECTION',
  RECTANGLE: 'RECTANGLE',
  ELLIPSE: 'ELLIPSE',
  REGULAR_POLYGON: 'POLYGON',
  STAR: 'STAR',
  LINE: 'LINE',
  VECTOR: 'VECTOR',
  BOOLEAN_OPERATION: 'BOOLEAN_OPERATION',
  TEXT: 'TEXT'
}

/**
 * Opens a scene. `images` maps what the scene calls `imageRef` to the file's bytes; in the document each image goes by
 * the SHA-1 of its bytes. An image that was not handed in is kept by its name if that is such a hash (a dump of a real
 * file without its images), and is an error otherwise. Kinds of nodes that the playground does not know are left out,
 * with what is in them. Throws an Error that names the path of what is wrong.
 */
export function loadScene(
  scene: SceneFile,
  images: Readonly<Record<string, Uint8Array>>
): PlaygroundDocument {
  const { name, document: root } = checkScene(scene)
  const pages = root.children ?? []
  const first = pages[0]
  if (first === undefined) {
    throw new Error('This scene cannot be opened: document.children: there is no page')
  }
  const document = new PlaygroundDocument({ root: root.id, page: first.id })
  document.name = name
  const hashes = new Map<string, string>()
  for (const [imageRef, bytes] of Object.entries(images)) {
    const hash = sha1(bytes)
    hashes.set(imageRef, hash)
    document.images.set(hash, bytes)
  }
  const hashOf: ImageHashOf = (imageRef, path) => {
    const hash = hashes.get(imageRef) ?? (/^[0-9a-f]{40}$/.test(imageRef) ? imageRef : undefined)
    if (hash === undefined) {
      throw new Error(`This scene cannot be opened: ${path}: there is no image "${imageRef}"`)
    }
    return hash
  }
  readNode(document.root, root, 'document', hashOf)
  pages.forEach((page, index) => {
    const path = `document.children.${index}`
    const node = index === 0 ? document.currentPage : addNode(document, document.root, 'PAGE', page.id, path)
    readNode(node, page, path, hashOf)
    loadChildren(document, node, page, path, hashOf)
  })
  settleLayout(document)
  return document
}

function addNode(
  document: PlaygroundDocument,
  parent: DocumentNode,
  kind: NodeKind,
  id: string,
  path: string
): DocumentNode {
  if (document.get(id) !== null) {
    throw new Error(`This scene cannot be opened: ${path}.id: there are two nodes with the id "${id}"`)
  }
  const node = document.createNodeWithId(kind, id)
  document.insert(parent, parent.children.length, node)
  return node
}

function loadChildren(
  document: PlaygroundDocument,
  parent: DocumentNode,
  data: SceneNodeData,
  parentPath: string,
  hashOf: ImageHashOf
): void {
  ;(data.children ?? []).forEach((child, index) => {
    const kind = kinds[child.type]
    if (kind === undefined) {
      return
    }
    const path = `${parentPath}.children.${index}`
    const node = addNode(document, parent, kind, child.id, path)
    readNode(node, child, path, hashOf)
    const container = containerOf(node)
    const group = isGroupLike(parent) ? parent.relativeTransform : null
    const placement = placementOf(child, absoluteTransform(container ?? document.root), group)
    node.relativeTransform = placement.relativeTransform
    node.width = placement.width
    node.height = placement.height
    loadChildren(document, node, child, path, hashOf)
  })
}

/** The document as a scene, with every field of every node in one order: equal documents give equal JSON texts. */
export function dumpScene(document: PlaygroundDocument): SceneFile {
  return { name: document.name, document: writeNode(document.root) }
}
