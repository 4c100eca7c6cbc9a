import type { JSHandle } from 'playwright-core'
import type { Automation } from '../editor/automation'

/** Room left around what is drawn, document units. */
const margin = 40

/** The longest side of a drawing, px. */
const longestPx = 4096

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Draws the page around a box as PNG, at one pixel for each unit, or less where it would be too large. */
export async function drawAround(playground: JSHandle<Automation>, box: Box): Promise<Buffer> {
  const area = {
    x: box.x - margin,
    y: box.y - margin,
    width: box.width + 2 * margin,
    height: box.height + 2 * margin
  }
  const scale = Math.min(1, longestPx / Math.max(area.width, area.height))
  const base64 = await playground.evaluate((editor, wanted) => editor.renderPage(wanted.area, wanted.scale), {
    area,
    scale
  })
  return Buffer.from(base64, 'base64')
}
