import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it, test } from 'vitest'
import { readImageHeader } from '../../../src/core/png/image-header'
import { type FramePlace, gifHead } from '../../fixtures/gif-bomb'

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

  const screen = { width: 64, height: 48 }
  test.each<readonly [string, FramePlace, { readonly width: number; readonly height: number }]>([
    ['the screen', { left: 3, top: 4, width: 20, height: 10 }, screen],
    ['the frame', { left: 0, top: 0, width: 16_000, height: 16_000 }, { width: 16_000, height: 16_000 }],
    ['the end of the frame', { left: 60, top: 40, width: 20, height: 10 }, { width: 80, height: 50 }],
    ['the larger of the two per axis', { left: 0, top: 0, width: 65, height: 1 }, { width: 65, height: 48 }],
    [
      'the largest place there is',
      { left: 0xffff, top: 0, width: 0xffff, height: 1 },
      { width: 131_070, height: 48 }
    ]
  ])('reads the size of a GIF from %s', (_name, frame, size) => {
    expect(readImageHeader(gifHead(screen, frame))).toEqual({ format: 'gif', ...size })
  })

  it('finds the first frame of a GIF behind its colour table and its extensions', () => {
    const frame = { left: 0, top: 0, width: 500, height: 500 }
    const bytes = gifHead(screen, frame, [1, 255, 44])
    expect(readImageHeader(bytes)).toEqual({ format: 'gif', width: 500, height: 500 })
  })

  it('finds no image in a GIF whose first frame is not within the bytes', () => {
    const bytes = gifHead(screen, { left: 0, top: 0, width: 500, height: 500 }, [255])
    for (let length = 0; length < bytes.length; length++) {
      expect(readImageHeader(bytes.slice(0, length))).toBeNull()
    }
    expect(readImageHeader(bytes)).not.toBeNull()
  })

  it('finds no image in a GIF that ends, or holds no block, where its first frame is due', () => {
    for (const block of [0x3b, 0x00, 0xff]) {
      const bytes = gifHead(screen, { left: 0, top: 0, width: 1, height: 1 })
      bytes[bytes.length - 10] = block
      expect(readImageHeader(bytes)).toBeNull()
    }
  })

  it('finds no image in a JPEG with an escaped FF in its header, behind which decoders find another size', async () => {
    const bytes = new Uint8Array(await picture.clone().jpeg().toBuffer())
    const hidden = new Uint8Array([
      0xff,
      0xd8,
      0xff,
      0x00,
      0x00,
      0x15,
      ...bytes.slice(2, 21),
      ...bytes.slice(2)
    ])
    expect(readImageHeader(hidden)).toBeNull()
  })

  it('never throws, whatever the bytes are', () => {
    const starts = [
      [],
      [0xff, 0xd8, 0xff],
      [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
      [0x52, 0x49, 0x46, 0x46],
      [0x47, 0x49, 0x46, 0x38, 0x39, 0x61]
    ]
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 200 }), (start, rest) => {
        const header = readImageHeader(new Uint8Array([...start, ...rest]))
        return header === null || (header.width > 0 && header.height > 0)
      })
    )
  })
})
