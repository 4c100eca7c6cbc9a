import type { Size } from '../size'
import { Adler } from './adler'
import { chunkData, chunkFrame, frameChunk, pngEnd, pngHead, writeUint32 } from '../png/chunks'
import { joined } from '../joined'
import { zlibHead } from '../png/deflate-codes'
import { crc32OfRepetitive } from './crc-of-repetitive'
import { DeflateRuns } from './deflate-runs'
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

/** Signature and header, one IDAT with a zlib stream (RFC 1950), the end. */
function assemble(size: Size, deflate: DeflateRuns, adler: number): Uint8Array {
  const { bytes: stream, repetitions } = deflate.finish()
  const idat = new Uint8Array(chunkFrame + zlibHead.length + stream.length + 4)
  idat.set(zlibHead, chunkData)
  idat.set(stream, chunkData + zlibHead.length)
  writeUint32(idat, chunkData + zlibHead.length + stream.length, adler)
  const fromType = chunkData + zlibHead.length - 4
  frameChunk(idat, 'IDAT', (typeAndData) =>
    crc32OfRepetitive(
      typeAndData,
      repetitions.map((repetition) => ({ ...repetition, from: repetition.from + fromType }))
    )
  )
  return joined([...pngHead(size), idat, pngEnd()])
}
