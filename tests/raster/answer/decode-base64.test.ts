import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decodeBase64 } from '../../../src/raster/answer/decode-base64'
import { openScriptPage, type ScriptPage } from '../../fixtures/pixels/script-page'
import type {} from './decode-base64-entry'

const bytes = (length: number): Uint8Array =>
  Uint8Array.from({ length }, (_, at) => (at * 31 + (at >> 8)) % 256)
const encode = (file: Uint8Array): string => Buffer.from(file).toString('base64')

test.each([0, 1, 2, 3, 4, 3 * 1024 * 1024, 3 * 1024 * 1024 + 1, 7 * 1024 * 1024 + 2])(
  '%i bytes, as a text and as a blob, with line breaks and without padding',
  async (length) => {
    const file = bytes(length)
    const text = encode(file)
    const broken = text.replace(/=+$/, '').replace(/(.{76})/g, '$1\r\n')
    for (const source of [text, new Blob([text]), broken, new Blob([`data:image/png;base64,${broken}`])]) {
      const decoded = await decodeBase64(source)
      expect(decoded !== null && Buffer.compare(decoded, file)).toBe(0)
    }
  }
)

const noBase64 = [
  'a',
  '%%%%',
  'ab=c',
  '=',
  '====',
  'AAAA====',
  'AA==AAAA',
  'AAAA=',
  'AA=',
  'A===',
  '扩展扩展',
  'iVBO\\/w0K',
  'data:image/png;base64,%%%%',
  'data:image/png'
]

test.each(noBase64)('%s is none', async (text) => {
  expect(await decodeBase64(text)).toBeNull()
})

/** Texts that the platform's decoders refuse or read in one spelling only. */
const spellings = [
  ['nothing', '', ''],
  ['with padding', '+/8=', '251,255'],
  ['without padding', '+/8', '251,255'],
  ['in its URL spelling', '-_8', '251,255'],
  ['in both spellings', '-/8=', '251,255'],
  ['with blanks of all kinds', ' +\r\n/\t8\0\u000b= \n', '251,255'],
  ['with bits that are left over', '+/9=', '251,255'],
  ['behind the start of an address', ' DATA:image/png;base64,\n-_8', '251,255']
] as const

describe.each([
  ['with a decoder of its own', true],
  ['that has atob alone', false]
])('in a browser %s', (_browser, hasOwnDecoder) => {
  let script: ScriptPage
  beforeAll(async () => {
    script = await openScriptPage(new URL('./decode-base64-entry.ts', import.meta.url), async (page) => {
      if (!hasOwnDecoder) await page.evaluate(() => Reflect.deleteProperty(Uint8Array, 'fromBase64'))
    })
    expect(await script.page.evaluate(() => window.base64.hasOwnDecoder())).toBe(hasOwnDecoder)
  })
  afterAll(() => script.close())

  test.each(spellings)('base64 %s is read', async (_name, text, bytes) => {
    expect(await script.page.evaluate((one) => window.base64.both(one), text)).toEqual([bytes, bytes])
  })

  test.each(noBase64)('%s is none', async (text) => {
    expect(await script.page.evaluate((one) => window.base64.both(one), text)).toEqual([null, null])
  })

  test('2 MB with line breaks come back', async () => {
    expect(await script.page.evaluate(() => window.base64.isSame(2 * 1024 * 1024 + 1))).toBe(true)
  })
})
