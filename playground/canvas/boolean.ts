import type { DocumentNode } from '../document/node'
import { combine, type Layer, layerLike } from './surface'

const operations: Readonly<Record<DocumentNode['booleanOperation'], GlobalCompositeOperation>> = {
  UNION: 'source-over',
  INTERSECT: 'destination-in',
  SUBTRACT: 'destination-out',
  EXCLUDE: 'xor'
}

/**
 * Draws the shape of a boolean operation onto an empty layer from its children's shapes: for files that do not say
 * what comes out. `drawShape` draws one child.
 */
export function combineChildren(
  layer: Layer,
  node: DocumentNode,
  drawShape: (child: DocumentNode, layer: Layer) => void
): void {
  const shown = node.children.filter((child) => child.visible)
  shown.forEach((child, index) => {
    const shape = layerLike(layer)
    if (child.type === 'GROUP') {
      combineChildren(shape, { ...child, booleanOperation: 'UNION' }, drawShape)
    } else if (child.type === 'BOOLEAN_OPERATION' && child.vectorPaths.length === 0) {
      combineChildren(shape, child, drawShape)
    } else {
      drawShape(child, shape)
    }
    combine(layer, shape, { operation: index === 0 ? 'source-over' : operations[node.booleanOperation] })
  })
}
