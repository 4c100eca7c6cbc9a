import fc from 'fast-check'
import { type DocumentNode, sha1, type Snapshot } from '../../../playground/testing/document'
import type { LayerPlacement } from '../../../src/core/expansion/placement'
import type { Insets } from '../../../src/core/geometry/insets'
import { canGrow, hasFillStyle } from '../../../src/main/growth/can-grow'
import { growNode } from '../../../src/main/growth/grow-node'
import { hasAncestor } from '../../../src/main/nodes/ancestors'
import { isExpandable } from '../../../src/main/nodes/expandable-node'
import { pagePositionOf } from '../../../src/main/nodes/page-position-of'
import { findObstacle } from '../../../src/main/selection/find-obstacle'
import { arbitraryTree, type TreeLayer } from './arbitrary-tree'
import { buildTree } from './build-tree'
import { checkBehind, checkFilled, checkGrown } from './check-placement'
import type { Verdict } from './compare-layers'
import { differingFields } from './differing-fields'
import { type DocumentFigma, openFigma } from './document-figma'
import { openWindow } from './plugin-window'
import { lookAt } from './seen-layers'
import { tinyPng } from './tiny-png'

/** A document, and what to place in it. */
export interface Order {
  readonly layers: readonly TreeLayer[]
  /** Which layer is expanded: the first that the plugin takes, counted from here. */
  readonly pick: number
  readonly mode: 'sides' | 'fill'
  readonly above: 'images' | 'everything'
  readonly insets: Insets
}

const inset = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 400 }),
  fc.integer({ min: 100, max: 1_500_000 }).map((value) => value / 1000)
)

export const arbitraryOrder: fc.Arbitrary<Order> = fc.record({
  layers: arbitraryTree,
  pick: fc.nat(24),
  mode: fc.constantFrom('sides' as const, 'sides' as const, 'sides' as const, 'fill' as const),
  above: fc.constantFrom('images' as const, 'everything' as const),
  insets: fc
    .record({ top: inset, right: inset, bottom: inset, left: inset })
    .filter(({ top, right, bottom, left }) => top + right + bottom + left > 0)
})

/** What came of one order. `fallback` is a layer that was to grow and got the image behind it. */
export interface Trial extends Verdict {
  readonly came: 'grown' | 'behind' | 'fallback' | 'filled' | 'failed' | 'nothing to expand' | 'not at rest'
  /** Why it did not grow, or why nothing was placed. */
  readonly reason: string
  readonly layerCount: number
  /** Whether an auto-layout frame that hugged its content has a fixed size now. */
  readonly lostHug: boolean
}

const imageHash = sha1(tinyPng)

/** Layers that are a line, px: what hugs nothing has a side of 0.01, and what is placed around it is as thin. */
const leastSide = 1

/** Arithmetic may differ by this when something was changed and put back. */
const noise = 1e-6

/** Builds the document, lets the plugin's own rules choose what can be expanded and how, places, and checks it all. */
export async function tryPlacement(order: Order): Promise<Trial> {
  const document = buildTree(order.layers)
  const blank = { layerCount: 0, lostHug: false, deviationPx: 0, problems: [], reason: '' }
  if (document === null) {
    return { ...blank, came: 'not at rest' }
  }
  const figma = openFigma(document)
  const before = lookAt(document)
  const trial = { ...blank, layerCount: before.layers.size }
  const placement = figma.run(() => choose(figma, [...before.layers.keys()], order))
  if (placement === null) {
    return { ...trial, came: 'nothing to expand' }
  }
  const window = openWindow(figma)
  const where = await window.place(placement)
  const after = lookAt(document)
  if (!['grown', 'behind', 'filled', 'changed-meanwhile'].includes(where)) {
    const reason = where
    const changes = differences('after a failure', before.snapshot, after.snapshot, noise)
    // What the plugin has offered to expand must not fail once it is paid for.
    return { ...trial, came: 'failed', reason, problems: [`it could not be placed: ${reason}`, ...changes] }
  }
  const targetId = placement.nodeId
  const placed = { before, after, targetId, imageHash }
  if (where === 'changed-meanwhile') {
    return { ...trial, came: 'failed', problems: ['the layer was taken for another'] }
  }
  const came =
    placement.kind === 'fill'
      ? 'filled'
      : where === 'grown'
        ? 'grown'
        : placement.kind === 'grow'
          ? 'fallback'
          : 'behind'
  const verdict =
    came === 'filled'
      ? checkFilled(placed)
      : came === 'grown'
        ? checkGrown(placed, order.insets, order.above)
        : checkBehind(placed, order.insets)
  const wasHugging = hugs(before.snapshot, targetId)
  const again = await openWindow(figma).place(placement)
  const repeated = document.snapshot()
  const back = window.takeBack()
  const takenBack = document.snapshot()
  figma.history.undo()
  const isUndone = figma.history.undo()
  return {
    ...trial,
    ...verdict,
    came,
    reason: came === 'fallback' ? whyNotGrown(figma, targetId, order.insets) : '',
    lostHug: wasHugging && !hugs(after.snapshot, targetId),
    problems: [
      ...verdict.problems,
      ...(again === where ? [] : [`the same call again: ${again}`]),
      ...differences('after the same call again', after.snapshot, repeated, noise),
      ...(back === 'whole' ? [] : [`taken back: ${back}`]),
      ...differences('after it was taken back', before.snapshot, takenBack, noise, resetBySize),
      ...(isUndone ? [] : ['there is nothing to undo']),
      ...(came === 'fallback' ? [] : differences('after undo', before.snapshot, document.snapshot())),
      ...figma.defects.map((defect) => `the playground: ${defect}`)
    ]
  }
}

function choose(figma: DocumentFigma, ids: readonly string[], order: Order): LayerPlacement | null {
  const { pick, mode, insets, above } = order
  const first = ids.length === 0 ? 0 : pick % ids.length
  for (const id of [...ids.slice(first), ...ids.slice(0, first)]) {
    const node = figma.layer(id)
    const { width, height } = node
    if (width < leastSide || height < leastSide) {
      continue
    }
    if (mode === 'fill') {
      if (takesFill(node)) {
        return { kind: 'fill', nodeId: id, origin: pagePositionOf(node), frame: { width, height } }
      }
    } else if (isExpandable(node) && findObstacle(node) === null) {
      const where = { nodeId: id, origin: pagePositionOf(node), subject: { width, height }, insets }
      return canGrow(node) ? { kind: 'grow', ...where, above } : { kind: 'behind', ...where }
    }
  }
  return null
}

/** As the frame mode has it: an instance whose fill is a style's is refused. */
function takesFill(node: SceneNode): boolean {
  const isFrame = node.type === 'FRAME' || node.type === 'COMPONENT' || node.type === 'INSTANCE'
  return isFrame && !(hasFillStyle(node) && (node.type === 'INSTANCE' || hasAncestor(node, 'INSTANCE')))
}

function hugs({ nodes }: Snapshot, id: string): boolean {
  const record = nodes.get(id)
  return (
    record !== undefined &&
    record.layoutMode !== 'NONE' &&
    (record.primaryAxisSizingMode === 'AUTO' || record.counterAxisSizingMode === 'AUTO')
  )
}

/**
 * Without meaning for a layer that no auto layout places, or that has none: the platform resets them with the size. Paths
 * follow from the size.
 */
function resetBySize({ layoutMode }: DocumentNode): readonly string[] {
  const sizing = layoutMode === 'NONE' ? ['primaryAxisSizingMode', 'counterAxisSizingMode'] : []
  return ['layoutGrow', 'layoutAlign', 'vectorPaths', ...sizing]
}

/** Nothing, or what differs. */
function differences(
  when: string,
  one: Snapshot,
  other: Snapshot,
  allowed = 0,
  without: (node: DocumentNode) => readonly string[] = () => []
): readonly string[] {
  const changed = [...one.nodes].flatMap(([id, record]) => {
    const now = other.nodes.get(id)
    const fields = (now === undefined ? ['gone'] : differingFields(record, now, allowed)).filter(
      (field) => !without(record).includes(field)
    )
    return fields.length === 0
      ? []
      : [`${record.type} ${id}: ${fields.map((field) => described(field, record, now)).join(', ')}`]
  })
  const added = [...other.nodes.keys()].filter((id) => !one.nodes.has(id)).length
  if (changed.length === 0 && added === 0) {
    return []
  }
  return [`${when}: ${changed.join('; ')}${added === 0 ? '' : `; ${added} new`}`]
}

function described(field: string, one: DocumentNode, other: DocumentNode | undefined): string {
  const value = (node: DocumentNode | undefined): string =>
    JSON.stringify(new Map<string, unknown>(Object.entries(node ?? {})).get(field))
  return `${field} ${value(one)} → ${value(other)}`
}

/** Grows the layer of the document as it was once more, for the error that made the plugin place behind it. */
function whyNotGrown(figma: DocumentFigma, id: string, insets: Insets): string {
  const node = figma.layer(id)
  try {
    figma.run(() => (canGrow(node) ? growNode(node, insets) : null))
    return 'only its fills were refused'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
