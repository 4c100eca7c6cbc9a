import type { Page } from 'playwright-core'

/** Events with their Unix times, ms with fractions: all threads of a browser share this clock. */
export interface Moments {
  /** Button presses, by the button's text. */
  readonly pressed: readonly { readonly text: string; readonly atMs: number }[]
  /** Requests handed to the browser. */
  readonly sent: readonly { readonly method: string; readonly atMs: number }[]
  /** Ends of received bodies. */
  readonly received: readonly number[]
  /** Calls of the main thread by name, from posting to the received answer. */
  readonly calls: readonly { readonly name: string; readonly fromMs: number; readonly toMs: number }[]
  /** Tasks of the window's thread over 50 ms. */
  readonly longTasks: readonly { readonly atMs: number; readonly ms: number }[]
  /** Times of the main thread's own code, without the platform's, ms. */
  readonly mainBlocks: readonly { readonly atMs: number; readonly ms: number }[]
}

type Noted =
  | { readonly kind: 'pressed'; readonly text: string; readonly atMs: number }
  | { readonly kind: 'sent'; readonly method: string; readonly atMs: number }
  | { readonly kind: 'received'; readonly atMs: number }
  | { readonly kind: 'called'; readonly id: number; readonly name: string; readonly atMs: number }
  | { readonly kind: 'answered'; readonly id: number; readonly atMs: number }
  | { readonly kind: 'long'; readonly atMs: number; readonly ms: number }

declare global {
  interface Window {
    noted?: Noted[]
  }
}

/** Records events in the editor's page and in the plugin's window; called before the plugin is opened. */
export async function watchWindow(page: Page): Promise<{ readonly moments: () => Promise<Moments> }> {
  await page.addInitScript(noteMoments)
  await page.evaluate(noteMoments)
  return {
    moments: async () => {
      const lists = await Promise.all(page.frames().map((frame) => frame.evaluate(() => window.noted ?? [])))
      const noted = lists.flat()
      const answers = new Map(
        noted.flatMap((each) => (each.kind === 'answered' ? [[each.id, each.atMs] as const] : []))
      )
      return {
        pressed: noted.filter((each) => each.kind === 'pressed'),
        sent: noted.filter((each) => each.kind === 'sent'),
        received: noted.flatMap((each) => (each.kind === 'received' ? [each.atMs] : [])),
        calls: noted.flatMap((each) =>
          each.kind === 'called'
            ? [{ name: each.name, fromMs: each.atMs, toMs: answers.get(each.id) ?? NaN }]
            : []
        ),
        longTasks: noted.filter((each) => each.kind === 'long'),
        mainBlocks: await page.evaluate(() =>
          performance
            .getEntriesByName('plugin main thread')
            .map(({ startTime, duration }) => ({ atMs: performance.timeOrigin + startTime, ms: duration }))
        )
      }
    }
  }
}

/** The script that runs in a frame. */
function noteMoments(): void {
  const noted: Noted[] = (window.noted = [])
  // In an array: tsx would name other functions by a helper that the page does not have.
  const [onMessage, onClick] = [
    ({ data }: MessageEvent<unknown>): void => {
      const atMs = performance.timeOrigin + performance.now()
      if (typeof data !== 'object' || data === null || !('pluginMessage' in data)) return
      const message = data.pluginMessage
      if (typeof message !== 'object' || message === null || !('type' in message) || !('id' in message))
        return
      if (message.type === 'call' && 'name' in message) {
        noted.push({ kind: 'called', id: Number(message.id), name: String(message.name), atMs })
      } else if (message.type === 'answer') {
        noted.push({ kind: 'answered', id: Number(message.id), atMs })
      }
    },
    ({ target }: MouseEvent): void => {
      const text = target instanceof Element ? (target.closest('button')?.textContent ?? '') : ''
      noted.push({ kind: 'pressed', text, atMs: performance.timeOrigin + performance.now() })
    }
  ] as const
  // Writing the window's page into its document removes all listeners; adding the same ones again is harmless.
  setInterval(() => {
    window.addEventListener('message', onMessage, true)
    if (window !== window.top) window.addEventListener('click', onClick, true)
  }, 10)
  if (window === window.top) return
  const original = window.fetch.bind(window)
  window.fetch = (input, init) => {
    const method = input instanceof Request ? input.method : (init?.method ?? 'GET')
    noted.push({ kind: 'sent', method, atMs: performance.timeOrigin + performance.now() })
    return original(input, init)
  }
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry instanceof PerformanceResourceTiming && entry.initiatorType === 'fetch') {
        noted.push({ kind: 'received', atMs: performance.timeOrigin + entry.responseEnd })
      }
    }
  }).observe({ type: 'resource', buffered: true })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.name === 'self') {
        noted.push({ kind: 'long', atMs: performance.timeOrigin + entry.startTime, ms: entry.duration })
      }
    }
  }).observe({ type: 'longtask', buffered: true })
}
