import type { Size } from '../size'
import { Adler } from './adler'
import { crc32, crc32OfRepetitive } from './crc'
import { DeflateRuns, type Repetition } from './deflate-runs'
import type { MaskBand } from './mask-bands'
import type { MaskColours } from './mask-colours'

/** PNG's filter "Up": each byte is its difference to the byte above it. */
const filterUp = 2

const channels = 3

/** Eight rows of however many bits are whole bytes. */
const rowsOfWholeBytes = 8

/**
 * Writes a mask as PNG, 8-bit RGB without alpha, of exactly `size` pixels, from its bands. Time and memory follow from
 * the rows and their edges: no pixel is ever touched, there is no buffer of pixels.
 */
export function writeMaskPng(size: Size, bands: Iterable<MaskBand>, colours: MaskColours): Uint8Array {
  const rowBytes = size.width * channels
  const adler = new Adler()
  // Two bits for every 258 bytes, and room for the edges of each row.
  const deflate = new DeflateRuns(Math.ceil((size.height * rowBytes) / 1032) + size.height * 12 + 1024)

  // Above the first row PNG sees zeros: all black.
  let above: readonly number[] = colours.keep === 0 ? [0, size.width] : []
  for (const { rows, boundaries } of bands) {
    writeChangedRow(above, boundaries, size.width, colours, deflate, adler)
    writeEqualRows(rows - 1, rowBytes, deflate, adler)
    above = boundaries
  }
  return assemble(size, deflate, adler.value)
}

function writeChangedRow(
  above: readonly number[],
  row: readonly number[],
  width: number,
  colours: MaskColours,
  deflate: DeflateRuns,
  adler: Adler
): void {
  deflate.run(filterUp, 1)
  adler.run(filterUp, 1)
  const write = (value: number, pixels: number): void => {
    if (pixels > 0) {
      deflate.run(value, pixels * channels)
      adler.run(value, pixels * channels)
    }
  }
  let value = 0
  let pixels = 0
  let column = 0
  let aboveAt = 0
  let rowAt = 0
  while (column < width) {
    while (above[aboveAt] === column) aboveAt++
    while (row[rowAt] === column) rowAt++
    const next = Math.min(above[aboveAt] ?? width, row[rowAt] ?? width)
    const colourAbove = aboveAt % 2 === 0 ? colours.generate : colours.keep
    const colour = rowAt % 2 === 0 ? colours.generate : colours.keep
    const difference = (colour - colourAbove) & 0xff
    if (difference !== value) {
      write(value, pixels)
      value = difference
      pixels = 0
    }
    pixels += next - column
    column = next
  }
  write(value, pixels)
}

/** Rows that are as the row above them: nothing but zeros after the filter. */
function writeEqualRows(rows: number, rowBytes: number, deflate: DeflateRuns, adler: Adler): void {
  adler.rowsOfZeros(filterUp, rowBytes, rows)
  const write = (count: number): void => {
    for (let row = 0; row < count; row++) {
      deflate.run(filterUp, 1)
      deflate.run(0, rowBytes)
    }
  }
  if (rows < 3 * rowsOfWholeBytes) {
    write(rows)
    return
  }
  write(rowsOfWholeBytes)
  const start = deflate.position
  write(rowsOfWholeBytes)
  const left = rows - 2 * rowsOfWholeBytes
  deflate.repeat(deflate.position - start, Math.floor(left / rowsOfWholeBytes))
  write(left % rowsOfWholeBytes)
}

/** PNG specification, 5 and 11.2: signature, IHDR, one IDAT with a zlib stream (RFC 1950), IEND. */
function assemble(size: Size, deflate: DeflateRuns, adler: number): Uint8Array {
  const { bytes: stream, repetitions } = deflate.finish()
  const zlibHead = [0x78, 0x01]
  const dataLength = zlibHead.length + stream.length + 4
  const png = new Uint8Array(8 + 25 + 12 + dataLength + 12)
  png.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

  const bitDepth = 8
  const rgb = 2
  beginChunk(png, 8, 13, 'IHDR')
  writeUint32(png, 16, size.width)
  writeUint32(png, 20, size.height)
  png.set([bitDepth, rgb, 0, 0, 0], 24)
  endChunk(png, 8, 13)

  const idat = 33
  beginChunk(png, idat, dataLength, 'IDAT')
  const data = idat + 8
  png.set(zlibHead, data)
  png.set(stream, data + zlibHead.length)
  writeUint32(png, data + zlibHead.length + stream.length, adler)
  endChunk(
    png,
    idat,
    dataLength,
    repetitions.map((repetition) => ({ ...repetition, from: repetition.from + data + zlibHead.length }))
  )

  const iend = data + dataLength + 4
  beginChunk(png, iend, 0, 'IEND')
  endChunk(png, iend, 0)
  return png
}

function beginChunk(png: Uint8Array, at: number, length: number, type: string): void {
  writeUint32(png, at, length)
  for (let index = 0; index < 4; index++) {
    png[at + 4 + index] = type.charCodeAt(index)
  }
}

/** The CRC of a chunk is that of its type and its data. */
function endChunk(
  png: Uint8Array,
  at: number,
  length: number,
  repetitions: readonly Repetition[] = []
): void {
  const from = at + 4
  const to = at + 8 + length
  const crc =
    repetitions.length === 0
      ? crc32(png, from, to)
      : crc32OfRepetitive(
          png.subarray(from, to),
          repetitions.map((repetition) => ({ ...repetition, from: repetition.from - from })),
          0
        )
  writeUint32(png, to, crc)
}

function writeUint32(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value / 0x1000000
  bytes[at + 1] = value >>> 16
  bytes[at + 2] = value >>> 8
  bytes[at + 3] = value
}
