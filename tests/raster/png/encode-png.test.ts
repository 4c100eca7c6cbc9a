import { afterAll, beforeAll, expect, test } from 'vitest'
import { openScriptPage, type ScriptPage } from '../../fixtures/pixels/script-page'
import type {} from './encode-png-entry'

let script: ScriptPage
beforeAll(async () => {
  script = await openScriptPage(new URL('./encode-png-entry.ts', import.meta.url))
})
afterAll(() => script.close())

test('a see-through picture keeps its alpha as PNG', async () => {
  const alpha = await script.page.evaluate(() => window.alphaOfPng())
  expect(alpha).toEqual(Array.from({ length: 96 }, (_value, x) => (x < 64 ? x : 255)))
})
