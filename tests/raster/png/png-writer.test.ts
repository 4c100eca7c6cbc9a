import { inflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { decode } from 'fast-png'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import type { Size } from '../../../src/core/geometry/size'
import { symbolCount } from '../../../src/core/png/deflate-codes'
import { blockWriter, codeLengths, longestCode } from '../../../src/raster/png/deflate-blocks'
import { adler32, filterRow, filters, opaqueBlack, opaquePng } from '../../../src/raster/png/png-writer'

/** Pixels as canvases have them in memory, from red, green and blue. */
function pixelsOf(levels: Uint8Array): Uint32Array {
  return Uint32Array.from(
    { length: levels.length / 3 },
    (_, at) =>
      ((levels[3 * at] ?? 0) |
        ((levels[3 * at + 1] ?? 0) << 8) |
        ((levels[3 * at + 2] ?? 0) << 16) |
        opaqueBlack) >>>
      0
  )
}

function pngOf(size: Size, levels: Uint8Array, rowsAtOnce: number): Uint8Array {
  const png = opaquePng(size, rowsAtOnce)
  const pixels = pixelsOf(levels)
  for (let top = 0; top < size.height; top += rowsAtOnce) {
    png.writeRows(pixels.subarray(top * size.width, (top + rowsAtOnce) * size.width))
  }
  return png.finish()
}

function picture(size: Size, level: (x: number, y: number, c: number) => number): Uint8Array {
  return Uint8Array.from({ length: size.width * size.height * 3 }, (_, at) => {
    const pixel = Math.floor(at / 3)
    return level(pixel % size.width, Math.floor(pixel / size.width), at % 3)
  })
}

/** The same each time (xorshift, Marsaglia 2003). */
function noise(): () => number {
  let state = 0x2545f491
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state & 255
  }
}

const random = noise()
const size = { width: 321, height: 123 }
const pictures: Record<string, Uint8Array> = {
  'one colour': picture(size, (_x, _y, c) => 40 * c),
  black: picture(size, () => 0),
  white: picture(size, () => 255),
  'grey levels across': picture(size, (x) => x),
  'grey levels down': picture(size, (_, y) => 2 * y),
  'a check of single pixels': picture(size, (x, y) => ((x + y) % 2) * 255),
  'plain, then noise': picture(size, (_, y) => (y < 60 ? 200 : random())),
  noise: picture(size, random)
}

describe('an opaque picture as PNG', () => {
  test.each(Object.entries(pictures))('%s is read as it was, by two readers', async (_, levels) => {
    const png = pngOf(size, levels, 50)
    const read = decode(png, { checkCrc: true })
    expect(read).toMatchObject({ ...size, depth: 8, channels: 3 })
    expect(Buffer.from(read.data.buffer).equals(Buffer.from(levels))).toBe(true)
    const raw = await sharp(png, { failOn: 'warning' }).raw().toBuffer()
    expect(raw.equals(Buffer.from(levels))).toBe(true)
  })

  test('of any size, in bands of any height', () => {
    fc.assert(
      fc.property(
        fc
          .tuple(
            fc.integer({ min: 1, max: 40 }),
            fc.integer({ min: 1, max: 40 }),
            fc.integer({ min: 1, max: 50 })
          )
          .chain(([width, height, rows]) =>
            fc.tuple(
              fc.constant({ width, height, rows }),
              fc.uint8Array({ minLength: width * height * 3, maxLength: width * height * 3, max: 255 }),
              fc.constantFrom(255, 3, 0)
            )
          ),
        ([{ width, height, rows }, levels, mask]) => {
          const coarse = levels.map((level) => level & mask)
          const read = decode(pngOf({ width, height }, coarse, rows), { checkCrc: true })
          expect(Buffer.from(read.data.buffer).equals(Buffer.from(coarse))).toBe(true)
        }
      )
    )
  })

  test('noise takes hardly more than its own bytes, one colour next to none', () => {
    const of = (name: string): number => pngOf(size, pictures[name] ?? new Uint8Array(), 50).length
    const bytes = size.width * size.height * 3
    expect(of('noise')).toBeLessThan(1.02 * bytes)
    expect(of('one colour')).toBeLessThan(0.02 * bytes)
  })
})

describe('what a filter makes of a row', () => {
  const levels = fc.uint8Array({ minLength: 36, maxLength: 36 })
  const predictors = {
    sub: (left: number) => left,
    up: (_left: number, up: number) => up,
    average: (left: number, up: number) => Math.floor((left + up) / 2)
  }
  test.each(['sub', 'up', 'average'] as const)('%s is as PNG has it', (name) => {
    fc.assert(
      fc.property(levels, levels, (row, above) => {
        const filtered = new Uint8Array(1 + row.length)
        filterRow(filters[name], pixelsOf(row), pixelsOf(above), filtered)
        const expected = row.map((level, at) => level - predictors[name](row[at - 3] ?? 0, above[at] ?? 0))
        expect([...filtered]).toEqual([filters[name], ...expected])
      })
    )
  })
})

describe('a block of deflate', () => {
  const bytes = fc
    .array(fc.tuple(fc.nat(255), fc.constantFrom(1, 2, 3, 4, 7, 258, 259, 600)), { maxLength: 60 })
    .map((runs) =>
      Uint8Array.from(runs.flatMap(([byte, count]) => Array<number>(count).fill(byte % 3 === 0 ? 0 : byte)))
    )

  test('holds what was written, in pieces of any length', () => {
    fc.assert(
      fc.property(fc.array(bytes, { maxLength: 4 }), (pieces) => {
        const room = new Uint8Array(200_000)
        const writer = blockWriter(new DataView(room.buffer))
        writer.begin(codeLengths(new Uint32Array(symbolCount).fill(1), longestCode), true)
        for (const piece of pieces) {
          writer.write(piece)
        }
        const read = inflateRawSync(room.subarray(0, writer.end(true)))
        expect(read.equals(Buffer.concat(pieces))).toBe(true)
      })
    )
  })
})

describe('lengths of codes', () => {
  const frequencies = fc
    .array(fc.oneof(fc.nat(3), fc.nat(1_000_000), fc.constant(2 ** 30)), { minLength: 2, maxLength: 286 })
    .filter((all) => all.filter((frequency) => frequency > 0).length > 1)

  test('use up all codes that there are, and none is too long', () => {
    fc.assert(
      fc.property(frequencies, (all) => {
        const lengths = codeLengths(Uint32Array.from(all), longestCode)
        expect(lengths.map((length) => (length > 0 ? 1 : 0))).toEqual(
          Uint8Array.from(all, (frequency) => (frequency > 0 ? 1 : 0))
        )
        expect(Math.max(...lengths)).toBeLessThanOrEqual(longestCode)
        const used = lengths.reduce((sum, length) => sum + (length === 0 ? 0 : 2 ** -length), 0)
        expect(used).toBe(1)
      })
    )
  })

  test.each([
    ['as often as each other', [5, 5, 5, 5], [2, 2, 2, 2]],
    ['halves', [8, 4, 2, 1, 1], [1, 2, 3, 4, 4]],
    ['one that never comes', [1, 0, 1], [1, 0, 1]]
  ])('%s', (_, all, expected) => {
    expect([...codeLengths(Uint32Array.from(all), longestCode)]).toEqual(expected)
  })

  test('so rare that a code would be longer than may be', () => {
    const fibonacci = [1, 1]
    while (fibonacci.length < 30) fibonacci.push((fibonacci.at(-1) ?? 0) + (fibonacci.at(-2) ?? 0))
    expect(Math.max(...codeLengths(Uint32Array.from(fibonacci), 40))).toBe(29)
    expect(Math.max(...codeLengths(Uint32Array.from(fibonacci), longestCode))).toBe(longestCode)
  })
})

test('Adler-32 is that of the specification, however the bytes are cut', () => {
  expect(adler32(Buffer.from('Wikipedia'))).toBe(0x11e60398)
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 9_000, size: 'max' }), fc.nat(9_000), (bytes, cut) => {
      let a = 1
      let b = 0
      for (const byte of bytes) {
        a = (a + byte) % 65521
        b = (b + a) % 65521
      }
      const expected = (b * 65536 + a) >>> 0
      expect(adler32(bytes)).toBe(expected)
      expect(adler32(bytes.subarray(cut), adler32(bytes.subarray(0, cut)))).toBe(expected)
    }),
    { numRuns: 30 }
  )
})
