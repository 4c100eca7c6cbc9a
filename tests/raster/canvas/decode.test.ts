import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { gifBomb } from '../../fixtures/gif-bomb'
import { openScriptPage, type ScriptPage } from '../../fixtures/pixels/script-page'
import type { Way } from './decode-entry'

const formats = ['png', 'jpeg', 'gif', 'webp'] as const
const background = '#369'
const sound = await picture('png', 64, 64)
const screen = { width: 64, height: 64 }
/** Of 208 million pixels, in 142 kB. */
const bomb = base64(gifBomb(screen, { left: 0, top: 0, width: 16_000, height: 13_000 }))
/** Longer than any result, and cheap enough for whoever decodes it all the same. */
const ribbon = base64(gifBomb(screen, { left: 0, top: 0, width: 13_000, height: 1 }))

let script: ScriptPage
beforeAll(async () => {
  script = await openScriptPage(new URL('./decode-entry.ts', import.meta.url))
})
afterAll(() => script.close())

describe('decode', () => {
  it.each(formats)('reads a %s of the size that its header says', async (format) => {
    expect(await sizeOf(await picture(format, 40, 30))).toBe('40 × 30')
  })

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('reads a JPEG of EXIF orientation %i', async (orientation) => {
    const image = sharp({ create: { width: 40, height: 30, channels: 3, background } })
    const bytes = await image.jpeg().withMetadata({ orientation }).toBuffer()
    expect(await sizeOf(base64(bytes))).toBe(orientation < 5 ? '40 × 30' : '30 × 40')
  })

  it.each([
    ['within its screen', { left: 10, top: 20, width: 20, height: 10 }],
    ['larger than its screen', { left: 0, top: 0, width: 100, height: 80 }],
    ['that reaches past its screen', { left: 60, top: 50, width: 20, height: 30 }],
    ['that reaches past one side of it', { left: 60, top: 0, width: 20, height: 3 }],
    ['beyond its screen', { left: 200, top: 100, width: 20, height: 30 }]
  ])('reads a GIF with a frame %s', async (_name, frame) => {
    const width = Math.max(screen.width, frame.left + frame.width)
    const height = Math.max(screen.height, frame.top + frame.height)
    expect(await sizeOf(base64(gifBomb(screen, frame)))).toBe(`${width} × ${height}`)
  })

  it.each(formats)('closes and refuses a bitmap larger than the header of a %s says', async (format) => {
    const image = await picture(format, 40, 30)
    const sizes = [
      [41, 30],
      [40, 31],
      [31, 40],
      [30, 41],
      [40, 40]
    ] as const
    for (const [width, height] of sizes) {
      expect(await sizeOfLarger(image, width, height)).toBe(
        `Error: ${width} × ${height} px in a file that says 40 × 30 px (closed)`
      )
    }
    expect(await sizeOfLarger(image, 30, 40)).toBe('30 × 40')
  })

  it('refuses what is none of the four formats', async () => {
    expect(await sizeOf(base64(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')))).toMatch(
      /^Error: no PNG/
    )
  })
})

const ways = {
  'a result without its original': 'unreadable-result',
  'a result': 'unreadable-result',
  'an original': 'unreadable-export',
  'the result of a link': 'unreadable-result',
  'an export of a thumbnail': 'unreadable-export',
  'a fill of a thumbnail': 'unreadable-export',
  'an upload of one layer': 'unreadable-export',
  'an upload of a canvas': 'unreadable-export',
  'an upload to be compared': '',
  'a mask to be compared': ''
} as const satisfies Record<Way, string>

describe.each([
  ['bomb', bomb, '16000 × 13000 px is more than can be read'],
  ['ribbon', ribbon, '13000 × 64 px is more than can be read']
])('a %s of a GIF', (_name, image, why) => {
  it.each(Object.entries(ways))('is refused before it is decoded as %s', async (way, kind) => {
    const { end, decoded } = await work(way, image)
    expect(end).toContain(why)
    expect(end).toContain(kind)
    expect(decoded).toBe(0)
  })
})

describe('a sound image', () => {
  it.each(Object.keys(ways))('is decoded as %s', async (way) => {
    const { end, decoded } = await work(way, await picture('png', 80, 80))
    expect(end).toBe('ok')
    expect(decoded).toBeGreaterThan(0)
  })
})

function work(way: string, image: string): ReturnType<typeof window.decoding.work> {
  return script.page.evaluate(([one, two, three]) => window.decoding.work(one as Way, two, three), [
    way,
    image,
    sound
  ] as const)
}

function sizeOf(image: string): Promise<string> {
  return script.page.evaluate((file) => window.decoding.sizeOf(file), image)
}

function sizeOfLarger(image: string, width: number, height: number): Promise<string> {
  return script.page.evaluate((params) => window.decoding.sizeOfLarger(...params), [
    image,
    width,
    height
  ] as const)
}

async function picture(format: (typeof formats)[number], width: number, height: number): Promise<string> {
  const image = sharp({ create: { width, height, channels: 3, background } })
  return base64(await image.toFormat(format).toBuffer())
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}
