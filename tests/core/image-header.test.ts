import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it, test } from 'vitest'
import { readImageHeader } from '../../src/core/image-header'

const picture = sharp({ create: { width: 321, height: 123, channels: 3, background: '#456' } })

describe('readImageHeader', () => {
  test.each([
    ['png', picture.clone().png()],
    ['jpeg', picture.clone().jpeg()],
    ['jpeg', picture.clone().jpeg({ progressive: true })],
    [
      'jpeg',
      picture
        .clone()
        .withExif({ IFD0: { Copyright: 'none' } })
        .jpeg()
    ],
    ['gif', picture.clone().gif()],
    ['webp', picture.clone().webp()],
    ['webp', picture.clone().webp({ lossless: true })],
    ['webp', picture.clone().ensureAlpha(0.5).webp()]
  ] as const)('reads the size of a real %s', async (format, encoded) => {
    const bytes = new Uint8Array(await encoded.toBuffer())
    expect(readImageHeader(bytes)).toEqual({ format, width: 321, height: 123 })
  })

  it.each(['', 'GIF89a', '<html>', '{"status":200}', 'RIFF....WEBPVP8 '])('finds no image in %j', (text) => {
    expect(readImageHeader(new TextEncoder().encode(text))).toBeNull()
  })

  it('finds no image in a header that is cut off anywhere before its size', async () => {
    const bytes = new Uint8Array(await picture.clone().png().toBuffer())
    for (let length = 0; length < 20; length++) {
      expect(readImageHeader(bytes.slice(0, length))).toBeNull()
    }
  })

  it('never throws, whatever the bytes are', () => {
    const starts = [
      [],
      [0xff, 0xd8, 0xff],
      [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
      [0x52, 0x49, 0x46, 0x46]
    ]
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 200 }), (start, rest) => {
        const header = readImageHeader(new Uint8Array([...start, ...rest]))
        return header === null || (header.width > 0 && header.height > 0)
      })
    )
  })
})
