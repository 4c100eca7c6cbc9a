import { openPixelPage } from '../../tests/fixtures/pixels/pixel-page'
import { median } from '../report/median'
import type { Row } from '../report/row'
import { inMegabytes } from './in-megabytes'

const side = 4096
const turns = 5

/** Grain of a smooth image and of an ordinary photograph, levels. */
const grains = [
  ['smooth photograph', 0],
  ['photograph with grain', 3]
] as const

/** Greatest ratio to the browser's own PNG. */
const goal = 0.75

/**
 * Measures encoding a finished image of 16 megapixels as lossless PNG, beside the browser's PNG and JPEG of the same pixels, by
 * turns in one run: the median of the turns' ratios to the browser's PNG.
 */
export async function measureEncoding(): Promise<readonly Row[]> {
  const page = await openPixelPage()
  try {
    const rows: Row[] = []
    for (const [name, grain] of grains) {
      await page.hold({ width: side, height: side }, grain)
      const { ours, png, jpeg, bytes } = await page.encodings(turns)
      const ratio = median(ours.map((ms, turn) => ms / (png[turn] ?? NaN)))
      rows.push({
        what: `PNG of ${side} × ${side}: ${name}`,
        measured: `${inMs(ours)}, ${inMegabytes(bytes.ours)}`,
        beside: `the browser’s PNG: ${inMs(png)}, ${inMegabytes(bytes.png)}; its JPEG: ${inMs(jpeg)}`,
        ratio: ratio.toFixed(2),
        goal: `≤ ${goal}`,
        isMet: ratio <= goal
      })
    }
    return rows
  } finally {
    await page.close()
  }
}

function inMs(times: readonly number[]): string {
  return `${median(times).toFixed(0)} ms`
}
