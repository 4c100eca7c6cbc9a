import type { Size } from '../../core/geometry/size'
import { chunkData, chunkFrame, frameChunk, pngEnd, pngHead, writeUint32 } from '../../core/png/chunks'
import { concatBytes } from '../../core/png/concat-bytes'
import { longestMatch, matchLengths, symbolCount, zlibHead } from '../../core/png/deflate-codes'
import { crc32OfWords } from './crc32-of-words'
import { blockWriter, codeLengths, longestCode, zerosFrom } from './deflate-blocks'

/** Distance of the rows from which a filter is chosen. */
const sampled = 16

/** A filter and its symbols' frequencies in a sample, each at least 1. */
interface ChosenFilter {
  readonly filter: Filter
  readonly frequencies: Uint32Array
}

/** The PNG filters that work on all channels of a pixel at once, with their numbers (PNG specification, 9.2). */
export const filters = { sub: 1, up: 2, average: 3 } as const

export type Filter = (typeof filters)[keyof typeof filters]

/** The pixel beyond an image's left and upper edges. Its alpha equals all others, so that differences of alpha are 0. */
export const opaqueBlack = 0xff000000 | 0

const highBits = 0x80808080 | 0

const lowBits = 0x7f7f7f7f

const withoutLowest = 0xfefefefe | 0

const modulus = 65521

/** So many pixels can be taken in before the sums, kept as whole numbers of 32 bits, would run over. */
const atOnce = 1_024

const wordBytes = 4

/** A PNG (8-bit RGB) that is written a band of rows at a time. */
export interface OpaquePng {
  /** Writes the next rows: one number a pixel, red lowest; alpha, the highest byte, is ignored. */
  readonly writeRows: (pixels: Uint32Array) => void
  /** Returns the file after all rows are written. */
  readonly finish: () => Uint8Array<ArrayBuffer>
}

/**
 * Begins a PNG of `size` px whose rows come in bands of at most `mostRows`. The browser's own encoder looks for what repeats
 * itself, of which a photograph has nothing; here each band is filtered as suits it best and given codes of its own: files
 * are smaller, and made in a fraction of the time. Of what repeats itself only plain areas are found.
 */
export function opaquePng(size: Size, mostRows: number): OpaquePng {
  const { width } = size
  const differences = new Uint32Array(width)
  const chunk = new Uint32Array((chunkFrame + mostBytes(mostRows * (1 + 3 * width))) / wordBytes + 1)
  const data = chunk.subarray(chunkData / wordBytes)
  const deflate = blockWriter(data)
  const parts: Uint8Array[] = [...pngHead(size)]
  const above = new Uint32Array(width).fill(opaqueBlack)
  let rowsLeft = size.height
  let adler = 1
  for (const byte of zlibHead) {
    deflate.put(byte, 8)
  }
  return {
    writeRows: (pixels) => {
      const rows = Array.from({ length: pixels.length / width }, (_, y) =>
        pixels.subarray(y * width, (y + 1) * width)
      )
      rowsLeft -= rows.length
      const { filter, frequencies } = chooseFilter(rows, above)
      deflate.begin(codeLengths(frequencies, longestCode), rowsLeft === 0)
      for (const [y, row] of rows.entries()) {
        filterRow(filter, row, rows[y - 1] ?? above, differences)
        adler = adler32(filter, differences, adler)
        deflate.writeByte(filter)
        deflate.writePixels(differences)
      }
      above.set(rows.at(-1) ?? [])
      deflate.end()
      parts.push(wordChunk(chunk, deflate.take(), 'IDAT'))
    },
    finish: () => {
      const rest = deflate.rest()
      const last = new Uint8Array(chunkFrame + rest.length + 4)
      last.set(rest, chunkData)
      writeUint32(last, chunkData + rest.length, adler)
      return concatBytes([...parts, frameChunk(last, 'IDAT'), pngEnd()])
    }
  }
}

/** Every byte takes `longestCode` bits at most; more than enough for the head of a block. */
function mostBytes(count: number): number {
  return Math.ceil((count * longestCode) / 8) + 4 * symbolCount
}

/** Frames so many words of data at their place, and gives a copy: as `frameChunk`, several times as fast. */
function wordChunk(chunk: Uint32Array, dataWords: number, type: string): Uint8Array {
  const bytes = new Uint8Array(chunk.buffer)
  const end = chunkData + dataWords * wordBytes
  writeUint32(bytes, 0, end - chunkData)
  for (let index = 0; index < 4; index++) {
    bytes[4 + index] = type.charCodeAt(index)
  }
  writeUint32(bytes, end, crc32OfWords(chunk.subarray(1, end / wordBytes)))
  return bytes.slice(0, end + chunkFrame - chunkData)
}

/** Computes the Adler-32 (RFC 1950) of a filtered row, going on from the one `before` of what precedes it. */
export function adler32(filter: Filter, differences: Uint32Array, before = 1): number {
  let a = ((before & 0xffff) + filter) % modulus
  let b = ((before >>> 16) + a) % modulus
  for (let from = 0; from < differences.length; from += atOnce) {
    const to = Math.min(differences.length, from + atOnce)
    for (let at = from; at < to; at++) {
      const pixel = differences[at] ?? 0
      const red = pixel & 255
      const green = (pixel >>> 8) & 255
      const blue = pixel >>> 16
      b += 3 * (a + red) + 2 * green + blue
      a += red + green + blue
    }
    a %= modulus
    b %= modulus
  }
  return ((b << 16) | a) >>> 0
}

/**
 * Makes of a row of pixels what a filter makes of it: for each pixel the differences of its three bytes in one number. A
 * pixel is one number, red lowest and alpha highest, as canvases have it in memory.
 */
export function filterRow(filter: Filter, row: Uint32Array, above: Uint32Array, into: Uint32Array): void {
  if (filter === filters.sub) subtractLeft(row, into)
  else if (filter === filters.up) subtractAbove(row, above, into)
  else subtractAverage(row, above, into)
}

function subtractLeft(row: Uint32Array, into: Uint32Array): void {
  let left = opaqueBlack
  for (let x = 0; x < row.length; x++) {
    const pixel = row[x] ?? 0
    into[x] = difference(pixel, left)
    left = pixel
  }
}

function subtractAbove(row: Uint32Array, above: Uint32Array, into: Uint32Array): void {
  for (let x = 0; x < row.length; x++) {
    into[x] = difference(row[x] ?? 0, above[x] ?? 0)
  }
}

function subtractAverage(row: Uint32Array, above: Uint32Array, into: Uint32Array): void {
  let left = opaqueBlack
  for (let x = 0; x < row.length; x++) {
    const pixel = row[x] ?? 0
    const up = above[x] ?? 0
    const average = (left & up) + (((left ^ up) & withoutLowest) >>> 1)
    into[x] = difference(pixel, average)
    left = pixel
  }
}

/** Computes the differences of four bytes at once, modulo 256, without a borrow from one to the next. */
function difference(pixel: number, other: number): number {
  return ((pixel | highBits) - (other & lowBits)) ^ ((pixel ^ ~other) & highBits)
}

/** Chooses the filter with which rows of pixels, below the row `above`, take about the fewest bits. */
function chooseFilter(rows: readonly Uint32Array[], above: Uint32Array): ChosenFilter {
  const tried = Object.values(filters).map((filter) => {
    const frequencies = frequenciesOf(filter, rows, above)
    return { filter, frequencies, bits: bitsOf(frequencies) }
  })
  return tried.reduce((best, other) => (other.bits < best.bits ? other : best))
}

function frequenciesOf(filter: Filter, rows: readonly Uint32Array[], above: Uint32Array): Uint32Array {
  const frequencies = new Uint32Array(symbolCount).fill(1)
  const differences = new Uint32Array(rows[0]?.length ?? 0)
  for (let y = Math.min(1, rows.length - 1); y < rows.length; y += sampled) {
    const row = rows[y]
    if (row !== undefined) {
      filterRow(filter, row, rows[y - 1] ?? above, differences)
      frequencies[filter] = (frequencies[filter] ?? 0) + 1
      count(differences, frequencies)
    }
  }
  return frequencies
}

/** Counts about the symbols that the writer of blocks writes for these pixels. */
function count(differences: Uint32Array, frequencies: Uint32Array): void {
  for (let x = 0; x < differences.length; x++) {
    const pixel = differences[x] ?? 0
    const zeros = pixel === 0 ? zerosFrom(differences, x) : 0
    if (zeros > 1) {
      const more = Math.min(3 * zeros - 1, longestMatch)
      const symbol = matchLengths.symbols[more] ?? 0
      frequencies[0] = (frequencies[0] ?? 0) + 1
      frequencies[symbol] = (frequencies[symbol] ?? 0) + Math.ceil((3 * zeros - 1) / more)
      x += zeros - 1
    } else {
      const red = pixel & 255
      const green = (pixel >>> 8) & 255
      const blue = pixel >>> 16
      frequencies[red] = (frequencies[red] ?? 0) + 1
      frequencies[green] = (frequencies[green] ?? 0) + 1
      frequencies[blue] = (frequencies[blue] ?? 0) + 1
    }
  }
}

/** Computes the fewest bits that these symbols can take with codes of their own (entropy, Shannon 1948). */
function bitsOf(frequencies: Uint32Array): number {
  const total = frequencies.reduce((sum, frequency) => sum + frequency, 0)
  return frequencies.reduce((sum, frequency) => sum + frequency * Math.log2(total / frequency), 0)
}
