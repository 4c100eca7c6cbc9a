import type { FrameLocator } from 'playwright-core'
import type { Insets } from '../../src/core/geometry/insets'
import { english } from '../../src/ui/words/english'
import type { Words } from '../../src/ui/words/words'
import type { Session } from './session'

/** How far each side grows, as a designer types it: `120`, `30%`. */
export type TypedInsets = Readonly<Record<keyof Insets, string>>

/*
 * What a person does in the plugin's window, by the names that a person (or a screen reader) finds there.
 */

/** Opens the plugin from its menu and waits until its window has looked at the selection. */
export async function openPlugin({ page, plugin }: Session, words: Words = english): Promise<void> {
  const before = await page.evaluate(async () => {
    const { length } = window.playground.messages()
    await window.playground.runPlugin()
    return length
  })
  // Quicker to notice than a button, for which the browser is asked at longer and longer intervals.
  await page.waitForFunction(
    (count) =>
      window.playground
        .messages()
        .slice(count)
        .some(({ from }) => from === 'main'),
    before
  )
  await plugin.getByRole('button', { name: words.expand.settings }).waitFor()
}

/** Types the key and the service's address into the settings, and goes back. */
export async function enterSettings(
  plugin: FrameLocator,
  serviceUrl: string,
  key: string,
  words: Words = english
): Promise<void> {
  await plugin.getByRole('button', { name: words.expand.settings }).click()
  await plugin.getByRole('textbox', { name: words.settings.key }).fill(key)
  await plugin.getByRole('button', { name: words.settings.save }).click()
  await plugin.getByRole('radio', { name: words.settings.regions.own }).check({ force: true })
  await plugin.getByRole('textbox', { name: words.settings.ownUrl }).fill(serviceUrl)
  await plugin.getByRole('button', { name: words.settings.back }).click()
}

/** Chooses whether the frame is filled or the layer's sides grow. */
export async function chooseMode(
  plugin: FrameLocator,
  mode: 'sides' | 'fit',
  words: Words = english
): Promise<void> {
  const name = mode === 'sides' ? words.expand.modes.sides : words.expand.modes.frame
  await plugin.getByRole('radio', { name }).check({ force: true })
}

/** Types how far each side grows. */
export async function enterInsets(
  plugin: FrameLocator,
  insets: TypedInsets,
  words: Words = english
): Promise<void> {
  for (const [name, text] of [
    [words.sides.top, insets.top],
    [words.sides.right, insets.right],
    [words.sides.bottom, insets.bottom],
    [words.sides.left, insets.left]
  ] as const) {
    await plugin.getByRole('textbox', { name, exact: true }).fill(text)
  }
}

/** Presses Expand and waits for what comes of it: the title of the report in the window. */
export async function expand(plugin: FrameLocator, words: Words = english): Promise<string> {
  await plugin.getByRole('button', { name: words.expand.action, exact: true }).click()
  return reportTitle(plugin)
}

/** Waits for the report of an expansion that has ended and reads its title. */
export async function reportTitle(plugin: FrameLocator): Promise<string> {
  return plugin.locator('section').getByRole('heading', { level: 2 }).first().innerText({ timeout: 200_000 })
}
