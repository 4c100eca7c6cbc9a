import type { Page } from 'playwright-core'
import { requestsPerSecond } from '../../src/core/limits'

/** How many times as fast as elsewhere time passes in the plugin's window. */
const timesFaster = 4

/** What the stand-in has to be told, so that its limit is as strict as ever by the window's time. */
export const quickService = { requestsPerSecond: requestsPerSecond * timesFaster }

/**
 * Lets time pass faster in each window of the plugin that is opened from now on: the second before each look at a task is
 * most of the time of an expansion. Dates stay as they are.
 */
export async function quickenTime(page: Page): Promise<void> {
  await page.addInitScript((times) => {
    if (window === window.top) {
      return
    }
    const startTimer = window.setTimeout.bind(window)
    const nowMs = performance.now.bind(performance)
    performance.now = () => nowMs() * times
    // Nothing here has a name: tsx would have it kept by a helper that the page does not have.
    window.setTimeout = ((callback: TimerHandler, delayMs = 0, ...values: unknown[]) =>
      startTimer(callback, delayMs / times, ...values)) as typeof window.setTimeout
  }, timesFaster)
}
