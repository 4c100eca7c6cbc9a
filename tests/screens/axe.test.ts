import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { run } from 'axe-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openScreensWindow, type ScreensWindow } from '../../playground/testing/screens'
import { isEverythingTested } from '../some-rows'

/*
 * Screens by the rules of axe-core (WCAG 2 A and AA, and good practice): the first state of each kind, in one of the four
 * ways to put a theme and a language together, or two where everything is tested. `npm run test:axe` takes every state in all four; that is minutes.
 */

const isWhole = process.env['AXE'] === 'all'

const ways = [
  ['dark', 'chinese'],
  ...(isWhole || isEverythingTested ? ([['light', 'english']] as const) : []),
  ...(isWhole
    ? ([
        ['dark', 'english'],
        ['light', 'chinese']
      ] as const)
    : [])
] as const

let screens: ScreensWindow
beforeAll(async () => {
  screens = await openScreensWindow({ scale: 1 })
  const script = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
  await screens.page.addScriptTag({ content: await readFile(script, 'utf8') })
})
afterAll(() => screens.close())

test.each(ways)(
  'no violation in the %s theme in %s',
  { timeout: isWhole ? 900_000 : 60_000 },
  async (theme, language) => {
    await screens.setTheme(theme)
    const names = isWhole ? screens.names : firstOfEachKind(screens.names)
    const found = await screens.page.evaluate(
      async ({ shown, language: inWords }) => {
        const violations: string[] = []
        for (const name of shown) {
          await window.screenViewer.show(name, inWords)
          const { violations: broken } = await window.axe.run(document, { resultTypes: ['violations'] })
          violations.push(
            ...broken.flatMap(({ id, nodes }) =>
              nodes.map(
                ({ html, failureSummary }) => `${name}: ${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`
              )
            )
          )
        }
        return violations
      },
      { shown: names, language }
    )
    expect(screens.names.length).toBeGreaterThan(150)
    expect(found).toEqual([])
  }
)

/** The kind of a state is what its name begins with, up to a colon. */
function firstOfEachKind(names: readonly string[]): readonly string[] {
  const kindOf = (name: string): string => name.split(':')[0] ?? name
  return names.filter((name, index) => names.findIndex((other) => kindOf(other) === kindOf(name)) === index)
}

declare global {
  interface Window {
    readonly axe: { readonly run: typeof run }
  }
}
