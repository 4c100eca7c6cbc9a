import { inflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { decode } from 'fast-png'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import type { Size } from '../../../src/core/geometry/size'
import { crc32 } from '../../../src/core/png/crc32'
import { symbolCount } from '../../../src/core/png/deflate-codes'
import { crc32OfWords } from '../../../src/raster/png/crc32-of-words'
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
        const differences = new Uint32Array(row.length / 3)
        filterRow(filters[name], pixelsOf(row), pixelsOf(above), differences)
        const expected = row.map((level, at) => level - predictors[name](row[at - 3] ?? 0, above[at] ?? 0))
        expect(bytesOf(differences)).toEqual([...expected])
      })
    )
  })
})

describe('a block of deflate', () => {
  const pixels = fc
    .array(fc.tuple(fc.nat(0xffffff), fc.constantFrom(1, 2, 3, 4, 86, 87, 88, 173, 600)), { maxLength: 60 })
    .map((runs) =>
      Uint32Array.from(
        runs.flatMap(([pixel, count]) => Array<number>(count).fill(pixel % 3 === 0 ? 0 : pixel))
      )
    )

  test('holds what was written, in pieces of any length', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(255), pixels), { maxLength: 4 }), (pieces) => {
        const room = new Uint32Array(50_000)
        const writer = blockWriter(room)
        writer.begin(codeLengths(new Uint32Array(symbolCount).fill(1), longestCode), true)
        for (const [byte, piece] of pieces) {
          writer.writeByte(byte)
          writer.writePixels(piece)
        }
        writer.end()
        const words = Buffer.from(room.buffer, 0, 4 * writer.take())
        const read = inflateRawSync(Buffer.concat([words, Buffer.from(writer.rest())]))
        expect([...read]).toEqual(pieces.flatMap(([byte, piece]) => [byte, ...bytesOf(piece)]))
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

/** The three lowest bytes of each number. */
function bytesOf(pixels: Uint32Array): number[] {
  return Array.from(pixels).flatMap((pixel) => [pixel & 255, (pixel >>> 8) & 255, pixel >>> 16])
}

test('Adler-32 is that of the specification, row after row', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc
          .tuple(fc.constantFrom(...Object.values(filters)), fc.nat(0xffffff), fc.nat(4_096))
          .map(([filter, pixel, length]) => ({
            filter,
            row: Uint32Array.from({ length }, (_, x) => (pixel ^ Math.imul(x, 0x9e3779b1)) & 0xffffff)
          })),
        { maxLength: 3 }
      ),
      (rows) => {
        let a = 1
        let b = 0
        for (const byte of rows.flatMap(({ filter, row }) => [filter, ...bytesOf(row)])) {
          a = (a + byte) % 65521
          b = (b + a) % 65521
        }
        const sum = rows.reduce((before, { filter, row }) => adler32(filter, row, before), 1)
        expect(sum).toBe((b * 65536 + a) >>> 0)
      }
    ),
    { numRuns: 30 }
  )
})

test('Adler-32 of the greatest levels does not run over', () => {
  const white = new Uint32Array(4_096).fill(0xffffff)
  let a = 1
  let b = 0
  for (const byte of [filters.average, ...bytesOf(white)]) {
    a = (a + byte) % 65521
    b = (b + a) % 65521
  }
  expect(adler32(filters.average, white)).toBe((b * 65536 + a) >>> 0)
})

test('CRC-32 of words is that of their bytes', () => {
  fc.assert(
    fc.property(fc.uint32Array({ maxLength: 50 }), (words) => {
      expect(crc32OfWords(words)).toBe(
        crc32(new Uint8Array(words.buffer, words.byteOffset, words.byteLength))
      )
    })
  )
})
