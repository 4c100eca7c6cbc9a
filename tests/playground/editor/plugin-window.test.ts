import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Frame } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium, type OpenEditor, openEditor, playgroundOf, type PluginFiles } from './open-editor'

let browser: Browser
let editor: OpenEditor
let server: Server
let serverUrl: string

beforeAll(async () => {
  browser = await launchChromium()
  server = createServer((_request, response) => {
    response
      .writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'text/plain' })
      .end('served')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  serverUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(async () => {
  server.close()
  await browser.close()
})

afterEach(() => editor.close())

const showing = `figma.showUI('<p>window</p><script>' + __html__ + '</script>', { width: 300, height: 200, themeColors: true })`

/** Runs a plugin that shows its window, and gives the window's frame. */
async function openWindow(files: Partial<PluginFiles> = {}): Promise<Frame> {
  editor = await openEditor(browser, { main: showing, ...files })
  await playgroundOf(editor.page, (playground) => playground.runPlugin())
  return editor.window()
}

describe('the window’s frame', () => {
  it('has the origin null, and a data: address', async () => {
    const frame = await openWindow()
    expect(frame.url()).toMatch(/^data:text\/html/)
    expect(await frame.evaluate(() => self.origin)).toBe('null')
  })

  it('has no local storage, no cookies and no parent to reach into', async () => {
    const frame = await openWindow()
    const failures = await frame.evaluate(() =>
      [() => localStorage, () => sessionStorage, () => document.cookie, () => parent.document].map(
        (attempt) => {
          try {
            attempt()
            return 'none'
          } catch (error) {
            return error instanceof Error ? error.name : 'unknown'
          }
        }
      )
    )
    expect(failures).toEqual(['SecurityError', 'SecurityError', 'SecurityError', 'SecurityError'])
  })

  it('has Inter loaded, as Figma’s has', async () => {
    const frame = await openWindow()
    expect(
      await frame.evaluate(() => document.fonts.load('500 12px Inter').then((fonts) => fonts.length))
    ).toBe(1)
  })
})

describe('the network', () => {
  const fetching = async (url: string): Promise<string> => {
    try {
      return await (await fetch(url)).text()
    } catch (error) {
      return String(error)
    }
  }

  it('a host outside the manifest is blocked, and the code sees only that it failed', async () => {
    const frame = await openWindow()
    expect(await frame.evaluate(fetching, serverUrl)).toBe('TypeError: Failed to fetch')
  })

  it('a host in the manifest is reached', async () => {
    const frame = await openWindow({ manifest: { networkAccess: { allowedDomains: [serverUrl] } } })
    expect(await frame.evaluate(fetching, serverUrl)).toBe('served')
  })

  it('a host for development is reached', async () => {
    const networkAccess = { allowedDomains: ['none'], devAllowedDomains: [serverUrl] }
    const frame = await openWindow({ manifest: { networkAccess } })
    expect(await frame.evaluate(fetching, serverUrl)).toBe('served')
  })

  it('images and scripts from elsewhere are blocked too', async () => {
    const frame = await openWindow()
    const events = await frame.evaluate(
      (url) =>
        new Promise<string[]>((resolve) => {
          const seen: string[] = []
          document.addEventListener('securitypolicyviolation', (event) => {
            seen.push(event.effectiveDirective)
            if (seen.length === 2) resolve(seen.sort())
          })
          document.body.append(Object.assign(new Image(), { src: `${url}/a.png` }))
          document.body.append(Object.assign(document.createElement('script'), { src: `${url}/a.js` }))
        }),
      serverUrl
    )
    expect(events).toEqual(['img-src', 'script-src-elem'])
  })
})

describe('workers', () => {
  const working = (): Promise<string> =>
    new Promise((resolve) => {
      const url = URL.createObjectURL(new Blob(['postMessage(6 * 7)'], { type: 'text/javascript' }))
      try {
        const worker = new Worker(url)
        worker.onmessage = (event) => {
          resolve(String(event.data))
        }
        worker.onerror = () => {
          resolve('refused')
        }
      } catch {
        resolve('refused')
      }
    })

  it('start from a blob', async () => {
    const frame = await openWindow()
    expect(await frame.evaluate(working)).toBe('42')
  })

  it('are refused with the switch', async () => {
    editor = await openEditor(browser, { main: showing })
    await playgroundOf(editor.page, (playground) => {
      playground.setSwitches({ noWorkers: true })
      return playground.runPlugin()
    })
    expect(await (await editor.window()).evaluate(working)).toBe('refused')
  })
})

describe('the theme', () => {
  const look = (): string =>
    `${document.documentElement.className} ${getComputedStyle(document.documentElement).getPropertyValue('--figma-color-bg')}`

  it('is there from the start and follows the editor’s', async () => {
    const frame = await openWindow()
    expect(await frame.evaluate(look)).toBe('figma-light rgba(255, 255, 255, 1)')
    await editor.page.getByRole('button', { name: 'Use the dark theme' }).click()
    await frame.waitForFunction(() => document.documentElement.classList.contains('figma-dark'))
    expect(await frame.evaluate(look)).toMatch(/^figma-dark (#2c2c2c|rgb)/)
  })

  it('is no message that the plugin sees', async () => {
    const frame = await openWindow({ ui: `window.seen = []; onmessage = (event) => seen.push(event.data)` })
    await editor.page.getByRole('button', { name: 'Use the dark theme' }).click()
    await frame.waitForFunction(() => document.documentElement.classList.contains('figma-dark'))
    expect(await frame.evaluate('seen')).toEqual([])
  })
})

describe('messages', () => {
  it('posted before the window has loaded wait for it, and come in order', async () => {
    const frame = await openWindow({
      main: `${showing}; for (const n of [1, 2, 3]) figma.ui.postMessage({ n })`,
      ui: `window.seen = []; onmessage = (event) => seen.push([event.data.pluginMessage.n, event.data.pluginId])`
    })
    await frame.waitForFunction('seen.length === 3')
    expect(await frame.evaluate('seen')).toEqual([
      [1, 'test-plugin'],
      [2, 'test-plugin'],
      [3, 'test-plugin']
    ])
  })

  it('carry bytes there and back, copied', async () => {
    const frame = await openWindow({
      main: `${showing}; figma.ui.onmessage = ({ bytes }) => figma.ui.postMessage({ length: bytes.length, last: bytes[bytes.length - 1], bytes })`,
      ui: `window.sent = new Uint8Array(1e6).fill(9)
        onmessage = (event) => { window.answer = event.data.pluginMessage }
        parent.postMessage({ pluginMessage: { bytes: sent } }, '*')`
    })
    await frame.waitForFunction('window.answer')
    expect(
      await frame.evaluate('[answer.length, answer.last, answer.bytes instanceof Uint8Array, sent.length]')
    ).toEqual([1e6, 9, true, 1e6])
  })

  it('that cannot be sent are not delivered, and said so', async () => {
    await openWindow({
      main: `${showing}; figma.ui.onmessage = (message) => console.log('got', message)`,
      ui: `for (const pluginMessage of [new Blob(['x']), new ArrayBuffer(1), new Map(), 'last']) parent.postMessage({ pluginMessage }, '*')`
    })
    await editor.page.waitForFunction(() =>
      document.querySelector('.console-strip')?.textContent.includes('got last')
    )
    const errors = await playgroundOf(editor.page, (playground) => playground.pluginErrors())
    expect(errors.map((text) => /: (\w+) cannot be sent/.exec(text)?.[1])).toEqual([
      'Blob',
      'ArrayBuffer',
      'Map'
    ])
    expect(await playgroundOf(editor.page, (playground) => playground.messages())).toEqual([
      { from: 'ui', body: 'last' }
    ])
  })

  it('of other frames and without pluginMessage do not count', async () => {
    const frame = await openWindow({
      main: `${showing}; figma.ui.onmessage = (message) => console.log('got', message)`
    })
    await editor.page.evaluate(() => {
      postMessage({ pluginMessage: 'from the page' }, '*')
    })
    await frame.evaluate(() => {
      parent.postMessage({ other: 1 }, '*')
    })
    await frame.evaluate(() => {
      parent.postMessage({ pluginMessage: 'right' }, '*')
    })
    await editor.page.waitForFunction(() => document.querySelector('.console-strip'))
    expect(await playgroundOf(editor.page, (playground) => playground.messages())).toEqual([
      { from: 'ui', body: 'right' }
    ])
  })

  it('are recorded with the length of their bytes', async () => {
    await openWindow({ main: `${showing}; figma.ui.postMessage(new Uint8Array(5))` })
    expect(await playgroundOf(editor.page, (playground) => playground.messages())).toEqual([
      { from: 'main', body: { bytes: 5 } }
    ])
  })
})

describe('a page too long for an address', () => {
  it('opens all the same, with its policy', async () => {
    const frame = await openWindow({
      main: `figma.showUI('<script>window.size = ' + '0'.repeat(3) + '7//' + 'x'.repeat(3e6) + '\\n</script>')`
    })
    await frame.waitForFunction('window.size')
    expect(
      await frame.evaluate(() => fetch('https://example.com').catch((error: unknown) => String(error)))
    ).toBe('TypeError: Failed to fetch')
    expect(await frame.evaluate(() => self.origin)).toBe('null')
  })
})
