import {
  chooseMode,
  enterInsets,
  enterSettings,
  openPlugin,
  openSession,
  type Session
} from '../../playground/testing/demo'
import { english } from '../../src/ui/words/english'
import { imageFill, layer, photoOf, sceneOf } from '../../tests/end-to-end/sample-scenes'
import { openPixelPage } from '../../tests/fixtures/pixels/pixel-page'
import { median } from '../report/median'
import type { Row } from '../report/row'
import { type Moments, watchWindow } from './window-watch'

/** Side of the layer, px; with a tenth on each side, the canvas has 4 and 16 megapixels. */
const cases = [
  [4, 1706],
  [16, 3412]
] as const

/** How long the stand-in works, ms: shorter than the service does (20 to 60 s), long enough to prepare finishing. */
const workingMs = 4_000

const blockGoal = { ui: 50, main: 20 } as const
const goal = 1.25

/**
 * Measures the expansion of a photograph in the built plugin's window in the playground, with a stand-in that answers at once:
 * the time until the request is handed to the browser, from the last byte to the image in the document, and blocking tasks.
 * Needs `npm run build`.
 */
export async function measureExpansions(): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (const [megapixels, side] of cases) {
    rows.push(...rowsOf(megapixels, await expandOnce(side), await floorOf(side)))
  }
  return rows
}

async function expandOnce(side: number): Promise<Moments> {
  const photo = await photoOf(side, side)
  const session = await openSession({
    scene: sceneOf([layer('RECTANGLE', '1:2', 'Photo', [0, 0, side, side], imageFill)], { photo }),
    service: { processingMs: workingMs },
    notesRequests: false,
    isWindowApart: true
  })
  try {
    return await drive(session)
  } finally {
    await session.close()
  }
}

async function drive(session: Session): Promise<Moments> {
  const { page, plugin } = session
  const watch = await watchWindow(page)
  await page.evaluate(() => {
    window.playground.select(window.playground.findByName('Photo'))
  })
  await openPlugin(session)
  // A press before the browser knows the window’s own process is lost.
  await page.waitForTimeout(1000)
  await enterSettings(plugin, session.serviceUrl, 'demo-key')
  await chooseMode(plugin, 'sides')
  await enterInsets(plugin, { top: '10%', right: '10%', bottom: '10%', left: '10%' })
  // The timing starts after the thumbnail's export.
  await page.waitForTimeout(1500)
  await plugin.getByRole('button', { name: english.expand.action, exact: true }).click()
  await plugin.getByRole('button', { name: english.ended.keep, exact: true }).waitFor({ timeout: 200_000 })
  return watch.moments()
}

/** Measures decoding and encoding of the sent layer and of the received canvas, ms. */
async function floorOf(side: number): Promise<{ readonly upload: number; readonly result: number }> {
  const page = await openPixelPage()
  try {
    await page.hold({ width: side, height: side }, 0)
    const upload = await page.time('sides', 3)
    const canvas = Math.round(side * 1.2)
    await page.hold({ width: canvas, height: canvas }, 0)
    const result = await page.floor('image/png', 3)
    return { upload: median(upload.floor), result: median(result) }
  } finally {
    await page.close()
  }
}

function rowsOf(
  megapixels: number,
  { pressed, sent, received, calls, longTasks, mainBlocks }: Moments,
  floor: { readonly upload: number; readonly result: number }
): readonly Row[] {
  const pressedMs = pressed.filter(({ text }) => text === english.expand.action).at(-1)?.atMs ?? NaN
  const sentMs = sent.find(({ method, atMs }) => method === 'POST' && atMs > pressedMs)?.atMs ?? NaN
  const exportMs = lengthOf(calls, 'export-subject', pressedMs)
  const placing = calls.filter(({ name, fromMs }) => name === 'place-result' && fromMs > pressedMs).at(-1)
  const placedMs = placing?.toMs ?? NaN
  const receivedMs = Math.max(...received.filter((atMs) => atMs < (placing?.fromMs ?? NaN)))
  const platformMs = lengthOf(calls, 'place-result', pressedMs)
  const name = `expansion to ${megapixels} MP`
  const during = longTasks.filter(({ atMs, ms }) => atMs + ms > pressedMs && atMs < placedMs)
  const longest = Math.max(0, ...during.map(({ ms }) => ms))
  const own = mainBlocks.filter(({ atMs }) => atMs > pressedMs)
  const longestMain = Math.max(0, ...own.map(({ ms }) => ms))
  const startMs = mainBlocks[0]?.ms ?? 0
  return [
    spanRow(`${name}: press to first byte sent`, sentMs - pressedMs, exportMs, 'export', floor.upload),
    spanRow(
      `${name}: last byte received to placed`,
      placedMs - receivedMs,
      platformMs,
      'placing',
      floor.result
    ),
    blockRow(
      `${name}: longest block of the window’s thread`,
      longest,
      during.map(({ atMs, ms }) => `${ms.toFixed(0)} ms ${whenOf(atMs, pressedMs, receivedMs)}`),
      blockGoal.ui
    ),
    blockRow(
      `${name}: longest block of the main thread’s own code`,
      longestMain,
      [`reading the code at the start: ${startMs.toFixed(0)} ms`],
      blockGoal.main
    )
  ]
}

function whenOf(atMs: number, pressedMs: number, receivedMs: number): string {
  return atMs < receivedMs
    ? `${(atMs - pressedMs).toFixed(0)} ms after the press`
    : `${(atMs - receivedMs).toFixed(0)} ms after the last byte`
}

function lengthOf(calls: Moments['calls'], name: string, afterMs: number): number {
  return calls
    .filter((call) => call.name === name && call.fromMs > afterMs)
    .reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0)
}

/** The platform's time is reported separately and left out of the ratio. */
function spanRow(what: string, ms: number, platformMs: number, platform: string, floorMs: number): Row {
  const ratio = (ms - platformMs) / floorMs
  return {
    what,
    measured: `${ms.toFixed(0)} ms, of which the platform’s ${platform} ${platformMs.toFixed(0)} ms`,
    beside: `decode and encode: ${floorMs.toFixed(0)} ms`,
    ratio: ratio.toFixed(2),
    goal: `≤ ${goal} without the platform`,
    isMet: ratio <= goal
  }
}

function blockRow(what: string, ms: number, all: readonly string[], most: number): Row {
  return {
    what,
    measured: ms === 0 ? (most === blockGoal.ui ? '≤ 50 ms' : '< 1 ms') : `${ms.toFixed(0)} ms`,
    beside: all.length === 0 ? '–' : all.join('; '),
    ratio: (ms / most).toFixed(2),
    goal: `≤ ${most} ms`,
    isMet: ms <= most
  }
}
