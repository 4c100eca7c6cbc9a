import type { Size } from '../geometry/size'
import { chunkData, chunkFrame, frameChunk, pngEnd, pngHead, writeUint32 } from '../png/chunks'
import { concatBytes } from '../png/concat-bytes'
import { zlibHead } from '../png/deflate-codes'
import { DeflateRuns } from './deflate-runs'
import type { MaskBand } from './mask-bands'

/** A mask's polarity: the value of all three channels in the new area (`generate`) and the known area (`keep`). */
export interface MaskColours {
  readonly generate: 0 | 255
  readonly keep: 0 | 255
}

/**
 * White is generated and black is preserved, as on the provider's sibling endpoints and in the one public client of this
 * endpoint, which does not document it.
 */
export const maskColours: MaskColours = { generate: 255, keep: 0 }

/** The polarity for a service that reads masks the other way round. */
export const invertedMaskColours: MaskColours = { generate: 0, keep: 255 }

const modulus = 65521

/** The Adler-32 checksum (RFC 1950) of runs of bytes: one step for each run. */
class Adler {
  private a = 1
  private b = 0

  /** Adds the byte `value` `count` times. */
  run(value: number, count: number): void {
    // b grows by a + value, a + 2·value, …: an arithmetic series, exact in doubles for any run of a mask.
    this.b = (this.b + count * this.a + value * ((count * (count + 1)) / 2)) % modulus
    this.a = (this.a + value * count) % modulus
  }

  /** Adds `rows` rows of one byte `value` and `zeros` zeros. */
  rowsOfZeros(value: number, zeros: number, rows: number): void {
    this.b = (this.b + (zeros + 1) * (rows * this.a + value * ((rows * (rows + 1)) / 2))) % modulus
    this.a = (this.a + value * rows) % modulus
  }

  get value(): number {
    return this.b * 65536 + this.a
  }
}

/** PNG's filter "Up": each byte is the difference to the byte above it. */
const filterUp = 2

const channels = 3

/** Eight rows are whole bytes, whatever a row's number of bits. */
const rowsOfWholeBytes = 8

/**
 * Writes a mask as PNG (8-bit RGB without alpha) of exactly `size` px from its bands. Time and memory depend on the rows and
 * their edges only: there is no buffer of pixels.
 */
export function writeMaskPng(size: Size, bands: Iterable<MaskBand>, colours: MaskColours): Uint8Array {
  const rowBytes = size.width * channels
  const adler = new Adler()
  // Two bits for every 258 bytes, and room for the edges of each row.
  const deflate = new DeflateRuns(Math.ceil((size.height * rowBytes) / 1032) + size.height * 12 + 1024)

  // PNG defines the row above the first as zeros: all black.
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

/** Writes rows that equal the row above them: only zeros after the filter. */
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

/** Assembles signature and header, one IDAT with a zlib stream (RFC 1950), and the end. */
function assemble(size: Size, deflate: DeflateRuns, adler: number): Uint8Array {
  const stream = deflate.finish()
  const idat = new Uint8Array(chunkFrame + zlibHead.length + stream.length + 4)
  idat.set(zlibHead, chunkData)
  idat.set(stream, chunkData + zlibHead.length)
  writeUint32(idat, chunkData + zlibHead.length + stream.length, adler)
  return concatBytes([...pngHead(size), frameChunk(idat, 'IDAT'), pngEnd()])
}
