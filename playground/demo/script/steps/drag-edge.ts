import type { Side } from '../../../../src/core/geometry/insets'
import type { Stage } from '../stage'
import { lookUntil } from './wait-for'

/** Which way each side is dragged to add to it. */
const outwards: Readonly<Record<Side, { readonly x: number; readonly y: number }>> = {
  top: { x: 0, y: -1 },
  right: { x: 1, y: 0 },
  bottom: { x: 0, y: 1 },
  left: { x: -1, y: 0 }
}

/** The first move, px: it tells how many units a pixel of the preview is. */
const probePx = 8

/** After the first move the next one is right up to the rounding to whole units; this many correct for that. */
const mostMoves = 6

/** How long the preview may take to be there, ms, where the step does not say. */
const previewMs = 10_000

/**
 * Drags a side of the canvas in the window's preview with the pointer, until it says that the side has grown by `by`
 * units. Ctrl is held, as by a designer who does not want it to snap to a ratio.
 */
export async function dragEdge(stage: Stage, side: Side, by: number): Promise<void> {
  const { editor, words } = stage
  const { mouse, keyboard } = editor.page
  const slider = editor.plugin.getByRole('slider', { name: words.sides[side], exact: true })
  await lookUntil(
    async () => (await slider.count()) > 0,
    stage.timeoutMs ?? previewMs,
    () => `the window has no side “${words.sides[side]}” to be dragged`
  )
  await slider.scrollIntoViewIfNeeded()
  const box = await slider.boundingBox()
  if (box === null) throw new Error(`the side “${words.sides[side]}” is not seen`)
  const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  const read = async (): Promise<number> => {
    await editor.settle()
    return Number(await slider.getAttribute('aria-valuenow'))
  }
  const start = await read()
  const target = Math.max(0, start + by)
  let movedPx = 0
  const moveTo = async (px: number): Promise<number> => {
    movedPx = px
    await mouse.move(from.x + outwards[side].x * px, from.y + outwards[side].y * px, { steps: 4 })
    return read()
  }

  await mouse.move(from.x, from.y)
  await mouse.down()
  await keyboard.down('Control')
  try {
    let now = await moveTo(Math.sign(by) * probePx)
    const perPx = Math.abs(now - start) / probePx
    if (perPx === 0 && target !== start) throw new Error(`the side “${words.sides[side]}” did not move`)
    for (let moves = 0; now !== target && moves < mostMoves; moves += 1) {
      now = await moveTo(movedPx + (target - now) / perPx)
    }
    if (Math.abs(now - target) > Math.max(1, perPx)) {
      throw new Error(`the side “${words.sides[side]}” is at ${now} and not at ${target}`)
    }
  } finally {
    await keyboard.up('Control')
    await mouse.up()
  }
}
