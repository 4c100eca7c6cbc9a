import { afterAll, beforeAll, expect, test } from 'vitest'
import { openScriptPage, type ScriptPage } from '../../fixtures/pixels/script-page'
import type {} from './encode-png-entry'

let script: ScriptPage
beforeAll(async () => {
  script = await openScriptPage(new URL('./encode-png-entry.ts', import.meta.url))
})
afterAll(() => script.close())

test('a see-through picture keeps its alpha as PNG', async () => {
  const alpha = await script.page.evaluate(() => window.encoding.alphaOfPng())
  expect(alpha).toEqual(Array.from({ length: 96 }, (_value, x) => (x < 64 ? x : 255)))
})

test.each([
  ['noise', 'us'],
  ['pattern', 'browser']
] as const)(
  'pixels of %s that are retouched on the way are those that were retouched before',
  async (kind, by) => {
    const encoded = await script.page.evaluate((one) => window.encoding.retouched(one), kind)
    expect(encoded).toEqual({ isSame: true, by })
  }
)
