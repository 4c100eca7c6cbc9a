import { array, number, object, optional, safeParse, string } from 'valibot'
import type { SceneNode } from '../document/write-node'
import type { PlacedLayer } from './demo-report'
import { findNode } from './find-node'

const layerSchema = object({
  name: string(),
  absoluteBoundingBox: object({ x: number(), y: number(), width: number(), height: number() }),
  fills: optional(array(object({ type: string() })), [])
})

/** Reads what the report says of a layer; null where the document has it no longer. */
export function readLayer(document: SceneNode, nodeId: string): PlacedLayer | null {
  const layer = safeParse(layerSchema, findNode(document, nodeId))
  if (!layer.success) return null
  const { name, absoluteBoundingBox, fills } = layer.output
  return { name, box: absoluteBoundingBox, fills: fills.map(({ type }) => type) }
}
