import {
  absoluteBoundingBox,
  absoluteTransform,
  type NodeRecord,
  recordOf
} from '../../playground/testing/document'
import type { ExportNode } from '../../playground/testing/host'
import { tinyPng } from '../main/support/tiny-png'

/** A layer as it was when it was exported. */
export interface ExportedLayer {
  readonly record: NodeRecord
  readonly transform: Transform
  /** The upright box around it on its page: what its picture shows. */
  readonly box: Rect
  readonly hasVisibleChild: boolean
  /** Pixels for each document unit. */
  readonly scale: number
}

/** Writes down what is exported; its picture is nobody's concern. */
export function exportRecorder(): {
  readonly exportNode: ExportNode
  readonly exported: readonly ExportedLayer[]
} {
  const exported: ExportedLayer[] = []
  return {
    exported,
    exportNode: (node, { constraint }) => {
      exported.push({
        record: recordOf(node),
        transform: absoluteTransform(node),
        box: absoluteBoundingBox(node),
        hasVisibleChild: node.children.some(({ visible }) => visible),
        scale: constraint?.type === 'SCALE' ? constraint.value : NaN
      })
      return Promise.resolve(tinyPng)
    }
  }
}
