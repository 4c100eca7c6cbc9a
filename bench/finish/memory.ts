import { fileURLToPath } from 'node:url'
import { encodePicture, readPicture, resize } from '../../tests/fixtures/finish/finish-image'
import { openFinishPage } from '../../tests/fixtures/finish/finish-page'
import { driftTones, makeScene } from '../../tests/fixtures/finish/finish-scenes'
import { openPixelPage } from '../../tests/fixtures/pixels/pixel-page'
import { memoryGrowth } from '../report/process-memory'
import type { Row } from '../report/row'

const side = 4096
const rawBytes = side * side * 4

/** Greatest growth, in multiples of the raw pixels. */
const goal = 4

const turns = 3

/** Measures the greatest growth of the browser's processes while 16 megapixels are prepared and finished. */
export async function measureMemory(): Promise<readonly Row[]> {
  return [...(await measureUploads()), ...(await measureFinishing())]
}

async function measureUploads(): Promise<readonly Row[]> {
  const page = await openPixelPage()
  try {
    await page.hold({ width: side, height: side }, 3)
    const floor = await peakOf(() => page.floor('image/png', 1))
    const rows: Row[] = []
    for (const kind of ['sides', 'canvas'] as const) {
      rows.push(
        rowOf(
          `upload, ${kind === 'sides' ? 'four sides' : 'canvas'}`,
          await peakOf(() => page.prepare(kind)),
          floor
        )
      )
    }
    return rows
  } finally {
    await page.close()
  }
}

async function measureFinishing(): Promise<readonly Row[]> {
  const photograph = fileURLToPath(new URL('../../playground/scenes/images/coffee.png', import.meta.url))
  const scene = await makeScene('large', resize(await readPicture(photograph), { width: side, height: side }))
  const result = await encodePicture(driftTones(scene, 6, 10, 'everywhere'), 92)
  const page = await openFinishPage()
  try {
    await page.hold(result, scene.sent)
    const rows: Row[] = []
    for (const keepPixels of [false, true]) {
      const mime = keepPixels ? 'image/png' : 'image/jpeg'
      const options = { matchSeam: true, keepPixels }
      const floor = await peakOf(() => page.workOnHeld('browser', options, mime))
      const ours = await peakOf(() => page.workOnHeld('us', options, mime))
      rows.push(
        rowOf(keepPixels ? 'finish, own pixels kept' : 'finish, under the live original', ours, floor)
      )
    }
    return rows
  } finally {
    await page.close()
  }
}

/** Measures the greatest growth of several turns; memory that a turn leaves behind counts for that turn only. */
async function peakOf(work: () => Promise<unknown>): Promise<number> {
  const growths: number[] = []
  for (let turn = 0; turn < turns; turn++) {
    growths.push(await memoryGrowth(work))
  }
  return Math.max(...growths)
}

function rowOf(name: string, bytes: number, floor: number): Row {
  const ratio = bytes / rawBytes
  return {
    what: `peak memory at 16 MP: ${name}`,
    measured: inMegabytes(bytes),
    beside: `raw pixels: ${inMegabytes(rawBytes)}; decode and encode alone: ${inMegabytes(floor)}`,
    ratio: ratio.toFixed(2),
    goal: `≤ ${goal} of the raw pixels`,
    isMet: ratio <= goal
  }
}

function inMegabytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(0)} MiB`
}
