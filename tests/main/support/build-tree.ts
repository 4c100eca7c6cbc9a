import { type DocumentNode, PlaygroundDocument, takeCell } from '../../../playground/testing/document'
import type { TreeLayer } from './arbitrary-tree'
import { isSameBut } from './differing-fields'
import { isFitted } from './seen-layers'

/** After as many layouts as this a document that still changes never comes to rest. */
const mostLayouts = 6

/** The arithmetic of boxes around turned layers is off by less, px. */
const noise = 1e-9

/**
 * Makes a document of the layers of its one page, laid out until laying it out anew changes nothing: any change that
 * is seen later has a cause. Null where the playground's layout comes to no rest.
 */
export function buildTree(layers: readonly TreeLayer[]): PlaygroundDocument | null {
  const document = new PlaygroundDocument()
  layers.forEach((layer) => {
    addLayer(document, document.currentPage, layer)
  })
  document.changed()
  for (let count = 0; count < mostLayouts; count += 1) {
    const before = document.snapshot()
    forgetLayout(document, document.root)
    document.changed()
    if (isSameBut(noise, before, document.snapshot())) {
      return document
    }
  }
  return null
}

function forgetLayout(document: PlaygroundDocument, node: DocumentNode): void {
  document.layoutMemory.delete(node)
  node.children.forEach((child) => {
    forgetLayout(document, child)
  })
}

function addLayer(document: PlaygroundDocument, parent: DocumentNode, layer: TreeLayer): void {
  const node = document.createNode(layer.kind)
  Object.assign(node, {
    relativeTransform: layer.place,
    width: layer.width,
    height: layer.height,
    ...layer.fields
  })
  if (layer.kind === 'VECTOR') {
    node.vectorPaths = [{ windingRule: 'NONZERO', data: `M 0 0 L ${layer.width} 0 L 0 ${layer.height} Z` }]
  }
  obeyPlatform(node, parent)
  if (parent.layoutMode === 'GRID' && node.layoutPositioning === 'AUTO') {
    takeCell(parent, node)
  }
  document.insert(parent, parent.children.length, node)
  layer.children.forEach((child) => {
    addLayer(document, node, child)
  })
}

/** Takes back what the platform has in no document. */
function obeyPlatform(node: DocumentNode, parent: DocumentNode): void {
  if (parent.layoutMode === 'NONE') {
    node.layoutPositioning = 'AUTO'
  }
  // What hugs its content cannot be filled by it: setting the one ends the other.
  const isGrid = parent.layoutMode === 'GRID'
  if (
    isFitted(node.type) ||
    parent.primaryAxisSizingMode === 'AUTO' ||
    (isGrid && parent.gridColumnSizes.some(isHugging))
  ) {
    node.layoutGrow = 0
  }
  if (isFitted(node.type) || (isGrid && parent.gridRowSizes.some(isHugging))) {
    node.layoutAlign = 'INHERIT'
  }
  // A grid that hugs has no flexible tracks (plugin-api.d.ts, `GridTrackSize`).
  if (node.primaryAxisSizingMode === 'AUTO') {
    node.gridColumnSizes = node.gridColumnSizes.map(inflexible)
  }
  if (node.counterAxisSizingMode === 'AUTO') {
    node.gridRowSizes = node.gridRowSizes.map(inflexible)
  }
}

function isHugging({ type }: GridTrackSize): boolean {
  return type === 'HUG'
}

function inflexible(track: GridTrackSize): GridTrackSize {
  return track.type === 'FLEX' ? { type: 'HUG' } : track
}
