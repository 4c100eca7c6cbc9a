import { openPixelPage, type PixelPage } from '../../tests/fixtures/pixels/pixel-page'
import type { Times } from '../../tests/fixtures/pixels/pixels-entry'
import { median } from '../report/median'
import type { Row } from '../report/row'
import { inMegabytes } from './in-megabytes'

/** Sides of square images, px, by their megapixels. */
const sizes = [
  [1, 1024],
  [4, 2048],
  [16, 4096]
] as const

const turns = 3

/** Grain of an ordinary photograph, levels. */
const grain = 3

/** Greatest ratio to decoding and encoding alone. */
const goal = 1.25

/**
 * Measures preparing a photograph and its thumbnail, each beside the browser's decoding and encoding of the same pixels, by turns
 * in one run: the median of the turns' ratios.
 */
export async function measureUploads(): Promise<readonly Row[]> {
  const page = await openPixelPage()
  try {
    const rows: Row[] = []
    for (const [megapixels, side] of sizes) {
      const export_ = await page.hold({ width: side, height: side }, grain)
      const name = `photograph of ${megapixels} MP`
      for (const kind of ['sides', 'canvas'] as const) {
        rows.push(await uploadRow(page, kind, `${name} (PNG of ${inMegabytes(export_)})`))
      }
      rows.push(timeRow(`thumbnail of a ${name}`, '', await page.time('thumbnail', turns)))
    }
    return rows
  } finally {
    await page.close()
  }
}

async function uploadRow(page: PixelPage, kind: 'sides' | 'canvas', name: string): Promise<Row> {
  const { mime, bytes, isExport, encoded } = await page.prepare(kind)
  const whole = encoded
    .filter(({ pixels }) => pixels > 512 * 512)
    .map(({ type, quality }) => `${type.slice(6)} ${quality.toFixed(2)}`)
  const how = isExport
    ? 'the export itself'
    : `${mime.slice(6)} of ${inMegabytes(bytes)}, encoded by the browser: ${whole.join(', ') || 'nothing'}`
  const what = kind === 'sides' ? 'upload, four sides' : 'upload, canvas'
  return timeRow(`${what}: ${name}`, `, ${how}`, await page.time(kind, turns))
}

function timeRow(what: string, how: string, { ours, floor }: Times): Row {
  const ratio = median(ours.map((ms, turn) => ms / (floor[turn] ?? NaN)))
  return {
    what,
    measured: `${median(ours).toFixed(0)} ms${how}`,
    beside: `decode and encode: ${median(floor).toFixed(0)} ms`,
    ratio: ratio.toFixed(2),
    goal: `≤ ${goal}`,
    isMet: ratio <= goal
  }
}
