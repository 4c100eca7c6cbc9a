import { expect } from 'vitest'
import type { Row } from '../../playground/testing/gallery'
import { exportSubject } from '../../src/main/calls/export-subject'
import { expectBehind, expectGrown } from './expect-document'
import { expectSent } from './expect-sent'
import { type OpenRow, openRow } from './open-row'
import { orderRow } from './order-row'
import { placeOrder } from './place-order'

/**
 * Does with a row what the plugin does, against the document alone: describes, orders, exports and places, with an image
 * of nothing. Checks all that the row claims but for the pixels.
 */
export function checkRowInDocument(row: Row): Promise<void> {
  const opened = openRow(row)
  return opened.figma.run(() => check(opened, row))
}

async function check(opened: OpenRow, row: Row): Promise<void> {
  const { figma, targetId, state } = opened
  const before = state()
  const ordered = await orderRow(row)
  expect(state()).toEqual(before)
  if (row.expect === 'obstacle') {
    expect(ordered).toEqual({ kind: 'refusal', words: expect.stringContaining(row.sentence ?? '') as string })
    expect(figma.defects).toEqual([])
    return
  }
  if (ordered.kind === 'refusal') throw new Error(ordered.words)
  const { order } = ordered
  const { layers, scale } = order.plan
  for (const { source } of layers) {
    expect(await exportSubject({ source, scale })).toMatchObject({ ok: true })
  }
  expectSent(opened, order, row)
  expect(state()).toEqual(before)
  if (row.page === 'left') {
    opened.leavePage()
  }
  // As it was described: the window has told where the image goes before it was paid for.
  expect(order.placement.kind).toBe(row.expect === 'grows' ? 'grow' : 'behind')
  expect(await placeOrder(order)).toBe(row.expect === 'grows' ? 'grown' : 'behind')
  const after = state()
  const change = { before, after, targetId, row }
  if (row.expect === 'grows') {
    expectGrown(change)
  } else {
    expectBehind(change)
  }
  expectOneUndoStep(opened, before, after)
  await expect.poll(() => figma.storage.get('temporary-layers') ?? {}).toEqual({})
  expect(figma.defects).toEqual([])
}

function expectOneUndoStep(
  { figma: { history }, state }: OpenRow,
  before: ReturnType<OpenRow['state']>,
  after: typeof before
): void {
  expect(history.undo()).toBe(true)
  expect(state()).toEqual(before)
  expect(history.undo()).toBe(false)
  expect(history.redo()).toBe(true)
  expect(state()).toEqual(after)
}
