import type { Size } from '../../core/geometry/size'
import { chunkData, chunkFrame, frameChunk, pngEnd, pngHead, writeUint32 } from '../../core/png/chunks'
import { concatBytes } from '../../core/png/concat-bytes'
import { longestMatch, matchLengths, symbolCount, zlibHead } from '../../core/png/deflate-codes'
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

/** Bytes that can be added before the sums exceed integers of 32 bits. */
const atOnce = 3_800

/** A PNG (8-bit RGB) that is written a band of rows at a time. */
export interface OpaquePng {
  /** Writes the next rows: one number a pixel, red lowest; alpha, the highest byte, is ignored. */
  readonly writeRows: (pixels: Uint32Array) => void
  /** Returns the file after all rows are written. */
  readonly finish: () => Uint8Array<ArrayBuffer>
}

/**
 * Begins a PNG of `size` px whose rows come in bands of at most `mostRows`. The browser's encoder searches for repetitions,
 * which a photograph does not have. This one chooses the best filter and codes for each band and finds plain areas only: a
 * photograph's file is smaller and takes about half the time.
 */
export function opaquePng(size: Size, mostRows: number): OpaquePng {
  const { width } = size
  const filtered = new Uint8Array(1 + 3 * width)
  const chunk = new Uint8Array(chunkFrame + mostBytes(mostRows * filtered.length))
  const deflate = blockWriter(new DataView(chunk.buffer, chunkData))
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
      const isLast = rowsLeft === 0
      const { filter, frequencies } = chooseFilter(rows, above)
      deflate.begin(codeLengths(frequencies, longestCode), isLast)
      for (const [y, row] of rows.entries()) {
        filterRow(filter, row, rows[y - 1] ?? above, filtered)
        adler = adler32(filtered, adler)
        deflate.write(filtered)
      }
      above.set(rows.at(-1) ?? [])
      let end = chunkData + deflate.end(isLast)
      if (isLast) {
        writeUint32(chunk, end, adler)
        end += 4
      }
      parts.push(frameChunk(chunk.slice(0, end + chunkFrame - chunkData), 'IDAT'))
    },
    finish: () => concatBytes([...parts, pngEnd()])
  }
}

/** Computes an upper bound for `count` bytes of `longestCode` bits, the head of a block and the checksum. */
function mostBytes(count: number): number {
  return Math.ceil((count * longestCode) / 8) + 4 * symbolCount
}

/** Computes the Adler-32 (RFC 1950) of bytes, continuing from `before`, that of the preceding bytes. */
export function adler32(bytes: Uint8Array, before = 1): number {
  let a = before & 0xffff
  let b = before >>> 16
  for (let from = 0; from < bytes.length; from += atOnce) {
    const to = Math.min(bytes.length, from + atOnce)
    for (let at = from; at < to; at++) {
      a += bytes[at] ?? 0
      b += a
    }
    a %= modulus
    b %= modulus
  }
  return ((b << 16) | a) >>> 0
}

/**
 * Writes a filtered row: the filter's number, then the differences, three bytes a pixel. A pixel is one number, red lowest
 * and alpha highest, as canvases have it in memory.
 */
export function filterRow(filter: Filter, row: Uint32Array, above: Uint32Array, into: Uint8Array): void {
  into[0] = filter
  if (filter === filters.sub) subtractLeft(row, into)
  else if (filter === filters.up) subtractAbove(row, above, into)
  else subtractAverage(row, above, into)
}

function subtractLeft(row: Uint32Array, into: Uint8Array): void {
  let left = opaqueBlack
  for (let x = 0, at = 1; x < row.length; x++, at += 3) {
    const pixel = row[x] ?? 0
    const differences = difference(pixel, left)
    into[at] = differences
    into[at + 1] = differences >>> 8
    into[at + 2] = differences >>> 16
    left = pixel
  }
}

function subtractAbove(row: Uint32Array, above: Uint32Array, into: Uint8Array): void {
  for (let x = 0, at = 1; x < row.length; x++, at += 3) {
    const differences = difference(row[x] ?? 0, above[x] ?? 0)
    into[at] = differences
    into[at + 1] = differences >>> 8
    into[at + 2] = differences >>> 16
  }
}

function subtractAverage(row: Uint32Array, above: Uint32Array, into: Uint8Array): void {
  let left = opaqueBlack
  for (let x = 0, at = 1; x < row.length; x++, at += 3) {
    const pixel = row[x] ?? 0
    const up = above[x] ?? 0
    const average = (left & up) + (((left ^ up) & withoutLowest) >>> 1)
    const differences = difference(pixel, average)
    into[at] = differences
    into[at + 1] = differences >>> 8
    into[at + 2] = differences >>> 16
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
  const filtered = new Uint8Array(1 + 3 * (rows[0]?.length ?? 0))
  for (let y = Math.min(1, rows.length - 1); y < rows.length; y += sampled) {
    const row = rows[y]
    if (row !== undefined) {
      filterRow(filter, row, rows[y - 1] ?? above, filtered)
      count(filtered, frequencies)
    }
  }
  return frequencies
}

/** Counts, approximately, the symbols that `blockWriter` writes for these bytes. */
function count(bytes: Uint8Array, frequencies: Uint32Array): void {
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at] ?? 0
    frequencies[byte] = (frequencies[byte] ?? 0) + 1
    at++
    const zeros = byte === 0 ? zerosFrom(bytes, at, longestMatch) : 0
    if (zeros >= 3) {
      const symbol = matchLengths.symbols[zeros] ?? 0
      frequencies[symbol] = (frequencies[symbol] ?? 0) + 1
      at += zeros
    }
  }
}

/** Computes the fewest bits that these symbols can take with codes of their own (entropy, Shannon 1948). */
function bitsOf(frequencies: Uint32Array): number {
  const total = frequencies.reduce((sum, frequency) => sum + frequency, 0)
  return frequencies.reduce((sum, frequency) => sum + frequency * Math.log2(total / frequency), 0)
}
