import sharp from 'sharp'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { createImage } from '../../../playground/host/create-image'
import { readImageSize } from '../../../playground/host/image-header'
import { outcome } from './start-plugin'

async function picture(
  format: 'png' | 'jpeg' | 'gif' | 'webp',
  width: number,
  height: number
): Promise<Uint8Array> {
  const blank = sharp({ create: { width, height, channels: 3, background: '#369' } })
  return new Uint8Array(await blank.toFormat(format).toBuffer())
}

describe('reading the size from a file’s header', () => {
  test.each([
    ['png', 37, 11],
    ['jpeg', 300, 200],
    ['jpeg', 4096, 3],
    ['gif', 5, 9]
  ] as const)('%s %i × %i', async (format, width, height) => {
    expect(readImageSize(await picture(format, width, height))).toEqual({ width, height })
  })

  it('reads a JPEG with an EXIF segment before the frame', async () => {
    const photo = sharp({ create: { width: 60, height: 40, channels: 3, background: '#fff' } })
    const bytes = await photo
      .withExif({ IFD0: { Copyright: 'x'.repeat(2000) } })
      .jpeg({ progressive: true })
      .toBuffer()
    expect(readImageSize(new Uint8Array(bytes))).toEqual({ width: 60, height: 40 })
  })

  it('knows nothing of others', async () => {
    expect(readImageSize(await picture('webp', 8, 8))).toBeNull()
    expect(readImageSize(new Uint8Array())).toBeNull()
    expect(readImageSize(new Uint8Array([0x89, 0x50]))).toBeNull()
  })
})

describe('figma.createImage', () => {
  test.each([
    ['a PNG of 4096 px is taken', 'png', 4096, 2, null],
    ['a PNG of 4097 px is too large', 'png', 4097, 2, 'Image is too large'],
    ['a tall JPEG is too large', 'jpeg', 2, 5000, 'Image is too large'],
    ['WebP is not supported', 'webp', 8, 8, 'Image type is unsupported']
  ] as const)('%s', async (_name, format, width, height, refusal) => {
    const bytes = await picture(format, width, height)
    const create = (): string => createImage(new Map(), bytes)
    if (refusal === null) expect(create()).toMatch(/^[0-9a-f]{40}$/)
    else expect(create).toThrow(refusal)
  })

  it('refuses an image without pixels', async () => {
    const bytes = (await picture('png', 8, 8)).slice()
    new DataView(bytes.buffer).setUint32(16, 0)
    expect(() => createImage(new Map(), bytes)).toThrow('Image is too small')
  })
})

describe('images in the plugin', () => {
  let code = ''
  beforeAll(async () => {
    const bytes = await picture('png', 20, 10)
    code = `const bytes = figma.base64Decode('${Buffer.from(bytes).toString('base64')}');`
  })

  it('are named by the SHA-1 of their bytes, and read back as they were', async () => {
    const result = await outcome(`${code}
      const image = figma.createImage(bytes)
      const again = await figma.getImageByHash(image.hash).getBytesAsync()
      return [image.hash.length, figma.base64Encode(again) === figma.base64Encode(bytes), await image.getSizeAsync()]`)
    expect(JSON.parse(result)).toEqual([40, true, { width: 20, height: 10 }])
  })

  it('can be painted once the document has them', async () => {
    const result = await outcome(`${code}
      const frame = figma.createFrame()
      const paint = { type: 'IMAGE', scaleMode: 'FILL', imageHash: figma.createImage(bytes).hash }
      frame.fills = [...frame.fills, paint]
      return frame.fills.map((each) => each.type)`)
    expect(JSON.parse(result)).toEqual(['SOLID', 'IMAGE'])
  })

  test.each([
    [
      'figma.createImage([1, 2])',
      'throws in createImage: Expected "data" to have type Uint8Array but got array instead'
    ],
    [
      'figma.createImage(bytes.buffer)',
      'throws in createImage: Expected "data" to have type Uint8Array but got object instead'
    ],
    ['figma.createImage(new Uint8Array([1, 2, 3]))', 'throws in createImage: Image type is unsupported'],
    [`return figma.getImageByHash('no')`, 'null'],
    [`figma.base64Decode('?')`, 'throws in base64Decode: Invalid base64 string']
  ])('%s', async (statements, expected) => {
    expect(await outcome(`${code} ${statements}`)).toBe(expected)
  })

  it('takes a view into a larger buffer for what it shows', async () => {
    const result = await outcome(`${code}
      const larger = new Uint8Array(bytes.length + 20); larger.set(bytes, 7)
      const view = larger.subarray(7, 7 + bytes.length)
      return figma.createImage(view).hash === figma.createImage(bytes).hash`)
    expect(result).toBe('true')
  })

  it('carries 16 MB across the boundary', async () => {
    const exported = new Uint8Array(16 * 1024 * 1024).fill(7)
    const result = await outcome(
      `const bytes = await figma.createFrame().exportAsync(); return [bytes.length, bytes[bytes.length - 1]]`,
      { exportNode: () => Promise.resolve(exported) }
    )
    expect(JSON.parse(result)).toEqual([exported.length, 7])
  })
})
