import type { Page } from 'playwright-core'
import { createMovingClock, type MovingClock } from '../../service/moving-clock'
import { bundleForPage } from '../record/bundle-for-page'

declare global {
  interface Window {
    /** How far the clock was moved ahead so far, ms; set before this runs in frames that are opened after a move. */
    clockAheadMs?: number
    /** Has the timers that have come due run: soon, once each, in the order in which they were due. */
    startTimersAnew?: () => void
  }
}

/** The clocks of the service, of the editor with the plugin's main thread, and of the plugin's windows, moved as one. */
export class ScriptClock {
  /** The clock that the stand-in has to be started with. */
  readonly service: MovingClock = createMovingClock()
  #page: Page | null = null
  #aheadMs = 0

  /** Makes the clocks of a page and of all its frames movable; before the page is opened. */
  async install(page: Page): Promise<void> {
    this.#page = page
    await page.addInitScript({ content: await bundleForPage(new URL('page-clock.ts', import.meta.url)) })
  }

  /**
   * Moves all clocks ahead. Timers that have come due run once each, as after a computer was asleep: the service's first,
   * so that whoever asks it next learns what has become of its tasks.
   */
  async move(byMs: number): Promise<void> {
    const page = this.#page
    if (page === null) throw new Error('the clock has no page to move')
    this.#aheadMs += byMs
    this.service.move(byMs)
    // Of frames that are opened later. Scripts may run in any order, so that the farthest counts.
    await page.addInitScript((ms) => {
      window.clockAheadMs = Math.max(window.clockAheadMs ?? 0, ms)
    }, this.#aheadMs)
    for (const frame of page.frames()) {
      await frame
        .evaluate((ms) => {
          window.clockAheadMs = ms
          window.startTimersAnew?.()
        }, this.#aheadMs)
        // A window that is just closing has no clock any more.
        .catch(() => undefined)
    }
  }
}
