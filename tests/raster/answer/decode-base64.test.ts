import { expect, test } from 'vitest'
import { decodeBase64 } from '../../../src/raster/answer/decode-base64'

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

test.each([
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
  'iVBO\\/w0K'
])('%s is none', async (text) => {
  expect(await decodeBase64(text)).toBeNull()
})
