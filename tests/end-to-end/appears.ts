import type { Locator } from 'playwright-core'

const withinMs = 20_000
/** Playwright itself looks twice a second at what takes longer than a moment. */
const lookEveryMs = 60

/** Waits until an element is seen. */
export async function appears(element: Locator): Promise<void> {
  const lastMs = Date.now() + withinMs
  while (!(await element.isVisible())) {
    if (Date.now() > lastMs) {
      throw new Error(`${element.toString()} did not appear within ${withinMs} ms`)
    }
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs))
  }
}
