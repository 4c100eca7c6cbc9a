import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ScriptClock } from '../../../playground/demo/script/script-clock'
import { launchChromium, type OpenEditor, openEditor, playgroundOf } from './open-editor'

const hourMs = 3_600_000

/** Tells how far its own clock has come when each of its timers is over. */
const main = `
  figma.showUI(__html__)
  const startedAtMs = Date.now()
  const tell = (name) => figma.ui.postMessage({ name, afterMs: Date.now() - startedAtMs, at: new Date().getTime() })
  setTimeout(() => tell('main, second'), ${hourMs * 0.75})
  setTimeout(() => tell('main, first'), ${hourMs * 0.5})
  setTimeout(() => tell('main, later'), ${hourMs * 3})
`

const window = `<script>
  const startedAtMs = Date.now()
  const startedMs = performance.now()
  let ticks = 0
  const tell = (name) => {
    const [afterMs, at, elapsedMs] = [Date.now() - startedAtMs, new Date().getTime(), performance.now() - startedMs]
    parent.postMessage({ pluginMessage: { name, afterMs, at, elapsedMs, ticks } }, '*')
  }
  setTimeout(tell, 0, 'window, opened')
  setInterval(() => { ticks += 1 }, ${hourMs * 0.1})
  setTimeout(tell, ${hourMs * 0.5}, 'window, first')
  const calledOff = setTimeout(tell, ${hourMs * 0.5}, 'called off')
  clearTimeout(calledOff)
</script>`

let browser: Browser
let editor: OpenEditor
const clock = new ScriptClock()
beforeAll(async () => {
  browser = await launchChromium()
  editor = await openEditor(browser, { main, ui: window }, '?scene=none', (page) => clock.install(page))
})
afterAll(async () => {
  await editor.close()
  await browser.close()
})

type Told = Readonly<Record<string, unknown>>

const told = async (): Promise<readonly Told[]> =>
  playgroundOf(editor.page, (playground) => playground.messages().map(({ body }) => Object(body) as Told))

/** Waits until the plugin has told something, and gives it. */
async function tells(name: string): Promise<Told> {
  await expect.poll(async () => (await told()).map((each) => each['name'])).toContain(name)
  return (await told()).find((each) => each['name'] === name) ?? {}
}

describe('ScriptClock', () => {
  it('moves the clocks and the timers of the window, the main thread and the service together', async () => {
    await playgroundOf(editor.page, (playground) => playground.runPlugin())
    await tells('window, opened')
    const before = clock.service.nowMs()
    await clock.move(hourMs)

    const first = await tells('main, first')
    const inWindow = await tells('window, first')
    await tells('main, second')
    for (const each of [
      first['afterMs'],
      inWindow['afterMs'],
      inWindow['elapsedMs'],
      clock.service.nowMs() - before
    ]) {
      expect(each).toBeGreaterThanOrEqual(hourMs)
      expect(each).toBeLessThan(hourMs + 60_000)
    }
    for (const { at } of [first, inWindow]) expect(Number(at) - Date.now()).toBeGreaterThan(hourMs - 60_000)
    expect(inWindow['ticks']).toBe(1)
    const names = (await told()).map((each) => each['name'])
    expect(names.indexOf('main, first')).toBeLessThan(names.indexOf('main, second'))
    expect(names).not.toContain('main, later')
    expect(names).not.toContain('called off')
  })

  it('is ahead in a window that is opened later', async () => {
    await playgroundOf(editor.page, (playground) => playground.runPlugin())
    await expect
      .poll(async () => (await told()).filter((each) => each['name'] === 'window, opened'))
      .toHaveLength(2)
    const last = (await told()).filter((each) => each['name'] === 'window, opened')[1]
    expect(Number(last?.['at']) - Date.now()).toBeGreaterThan(hourMs - 60_000)
  })
})
