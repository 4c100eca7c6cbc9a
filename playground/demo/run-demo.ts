import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { Settings } from '../../src/core/settings'
import type { Words } from '../../src/ui/words/words'
import type { SceneNode } from '../document/write-node'
import { standInLabel } from '../service/server'
import { demoDocument } from './demo-document'
import type { DemoOptions } from './demo-options'
import { type DemoReport, describeRequest, type PlacedLayer } from './demo-report'
import { settingsOf, wordsOf } from './demo-settings'
import { drawAround } from './draw-around'
import { findImage, findNode, findParent, idsIn, showsImage } from './find-node'
import { readLayer } from './read-layer'
import { openSession, type Session } from './session'
import { chooseMode, enterInsets, enterSettings, expand, openPlugin, reportTitle } from './use-plugin'

/**
 * Drives the built plugin's own window in a browser through one expansion and writes what can be seen of it:
 * `before.png`, `after.png`, `upload.*`, `mask.png` (where there is one), `window.png` and `report.json`.
 */
export async function runDemo(options: DemoOptions): Promise<DemoReport> {
  await mkdir(options.out, { recursive: true })
  const startedAt = Date.now()
  const { scene, select } = await demoDocument(options)
  const session = await openSession({
    scene,
    theme: options.theme,
    ...(options.service === null ? {} : { serviceUrl: options.service })
  })
  try {
    const report = await drive(session, options, select, startedAt)
    await writeFile(join(options.out, 'report.json'), `${JSON.stringify(report, null, 2)}\n`)
    return report
  } finally {
    await session.close()
  }
}

async function drive(
  session: Session,
  options: DemoOptions,
  select: string,
  startedAt: number
): Promise<DemoReport> {
  const { page, plugin } = session
  const words = wordsOf(options)
  const playground = await page.evaluateHandle(() => window.playground)
  const save = (name: string, bytes: Uint8Array): Promise<void> => writeFile(join(options.out, name), bytes)
  const nodeId = await findLayer(page, select)
  // In the fit mode it is the frame around the selected picture that takes the image.
  const takerId = await findTaker(page, nodeId, options.mode)
  const before = await layerOf(page, takerId)
  const idsBefore = idsIn(await dump(page))
  await save('before.png', await drawAround(playground, before.box))
  await page.evaluate((id) => {
    window.playground.select([id])
  }, nodeId)
  await page.evaluate((settings: Settings) => {
    window.playground.setStorage({ settings })
  }, settingsOf(options))
  await openPlugin(session, words)
  await enterSettings(plugin, session.serviceUrl, options.key, words)
  const openMs = Date.now() - startedAt

  const pressedAt = Date.now()
  const title = await fillInAndExpand(session, options, words)
  // The other variations come after the first.
  await plugin.getByRole('progressbar').first().waitFor({ state: 'detached', timeout: 200_000 })
  const expandMs = Date.now() - pressedAt

  const after = await layerOf(page, takerId)
  const newImage = findImage(await dump(page), idsBefore)
  const newLayer = newImage === null ? null : await layerOf(page, newImage.id)
  await save('after.png', await drawAround(playground, (newLayer ?? after).box))
  await save('window.png', await page.locator('iframe[title="Full Bleed"]').screenshot())
  const create = session.requests.find(({ method }) => method === 'POST')
  const sent = create === undefined ? null : await describeRequest(create)
  for (const file of sent?.files ?? []) {
    await save(file.name, file.bytes)
  }
  const placed = newLayer !== null || after.fills.length > before.fills.length
  return {
    ok: placed,
    service: session.standIn === null ? session.serviceUrl : standInLabel,
    target: { nodeId: takerId, name: before.name, width: before.box.width, height: before.box.height },
    request: sent?.described ?? null,
    placed: placed ? { before, after, newLayer } : null,
    timings: { openMs, expandMs, totalMs: Date.now() - startedAt },
    error: placed ? null : { title, detail: await plugin.getByRole('main').innerText() }
  }
}

/** Fills the form in as a person would and presses Expand. Returns what the window says of it in the end. */
async function fillInAndExpand(
  { plugin }: Session,
  { mode, insets, prompt }: DemoOptions,
  words: Words
): Promise<string> {
  const modes = plugin.getByRole('radio', { name: words.expand.modes.sides })
  if ((await modes.count()) > 0) {
    await chooseMode(plugin, mode, words)
  }
  const button = plugin.getByRole('button', { name: words.expand.action, exact: true })
  if ((await button.count()) === 0) {
    return reportTitle(plugin)
  }
  if (mode === 'sides') {
    await enterInsets(plugin, insets, words)
  }
  if (prompt !== '') {
    await plugin.getByRole('textbox', { name: words.expand.prompt }).fill(prompt)
  }
  return (await button.isEnabled()) ? expand(plugin, words) : 'Expand can’t be pressed'
}

async function findLayer(page: Page, nameOrId: string): Promise<string> {
  const [byName] = await page.evaluate((name) => window.playground.findByName(name), nameOrId)
  const nodeId = byName ?? nameOrId
  if (findNode(await dump(page), nodeId) === null) {
    throw new Error(`--select ${nameOrId}: no layer of this document has this name or id`)
  }
  return nodeId
}

/** The layer that takes the image: in the fit mode, the frame around the selected picture. */
async function findTaker(page: Page, nodeId: string, mode: DemoOptions['mode']): Promise<string> {
  const document = await dump(page)
  const holdsPictures = (findNode(document, nodeId)?.children ?? []).some(showsImage)
  const parent = findParent(document, nodeId)
  const isCanvas = parent !== null && ['FRAME', 'COMPONENT', 'INSTANCE'].includes(parent.type)
  return mode === 'fit' && !holdsPictures && isCanvas ? parent.id : nodeId
}

async function layerOf(page: Page, nodeId: string): Promise<PlacedLayer> {
  const layer = readLayer(await dump(page), nodeId)
  if (layer === null) {
    throw new Error(`the layer ${nodeId} is no longer in the document`)
  }
  return layer
}

async function dump(page: Page): Promise<SceneNode> {
  return (await page.evaluate(() => window.playground.dump())).document
}
