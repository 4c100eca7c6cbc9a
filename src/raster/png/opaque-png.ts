import { chunkData, chunkFrame, frameChunk, pngEnd, pngHead, writeUint32 } from '../../core/png/chunks'
import { symbolCount, zlibHead } from '../../core/png/deflate-codes'
import type { Size } from '../../core/size'
import { adler32 } from './adler32'
import { BlockWriter, longestCode } from './block-writer'
import { chooseFilter } from './choose-filter'
import { codeLengths } from './code-lengths'
import { opaqueBlack, filterRow } from './filter-row'

/**
 * A PNG, 8-bit RGB, that is written a band of rows at a time. General encoders look for what repeats itself, of which a
 * photograph has nothing; here each band is filtered as suits it best and given codes of its own: smaller files, in about
 * the time of a JPEG. Of what repeats itself only plain areas are found.
 */
export class OpaquePng {
  private readonly parts: Uint8Array<ArrayBuffer>[]
  private readonly filtered: Uint8Array
  /** The last row that was written. */
  private readonly above: Uint32Array
  /** A chunk as it is written; the stream has its place within. */
  private readonly chunk: Uint8Array<ArrayBuffer>
  private readonly deflate: BlockWriter
  private adler = 1
  private rowsLeft: number

  /** For a picture of `size` px that comes in bands of at most `mostRows`. */
  constructor(
    private readonly size: Size,
    mostRows: number
  ) {
    this.parts = [...pngHead(size)]
    this.filtered = new Uint8Array(1 + 3 * size.width)
    this.above = new Uint32Array(size.width).fill(opaqueBlack)
    this.chunk = new Uint8Array(chunkFrame + mostBytes(mostRows * this.filtered.length))
    this.deflate = new BlockWriter(new DataView(this.chunk.buffer, chunkData))
    this.rowsLeft = size.height
    const [method, level] = zlibHead
    this.deflate.put(method | (level << 8), 16)
  }

  /** Writes the next rows: pixels of one number each, red lowest and alpha, which is not written, highest. */
  writeRows(pixels: Uint32Array): void {
    const { above, adler, chunk, deflate, filtered } = this
    const { width } = this.size
    const rows = Array.from({ length: pixels.length / width }, (_, y) =>
      pixels.subarray(y * width, (y + 1) * width)
    )
    this.rowsLeft -= rows.length
    const isLast = this.rowsLeft === 0
    const { filter, frequencies } = chooseFilter(rows)
    deflate.begin(codeLengths(frequencies, longestCode), isLast)
    this.adler = rows.reduce((sum, row, y) => {
      filterRow(filter, row, rows[y - 1] ?? above, filtered)
      deflate.write(filtered)
      return adler32(filtered, sum)
    }, adler)
    above.set(rows.at(-1) ?? [])
    deflate.end(isLast)
    let end = chunkData + deflate.length
    if (isLast) {
      writeUint32(chunk, end, this.adler)
      end += 4
    }
    this.parts.push(frameChunk(chunk.slice(0, end + chunkFrame - chunkData), 'IDAT'))
    deflate.clear()
  }

  /** The file, in parts, once all rows are written. */
  finish(): readonly Uint8Array<ArrayBuffer>[] {
    return [...this.parts, pngEnd()]
  }
}

/** Every byte takes `longestCode` bits at most; more than enough for the head of a block, and for the checksum. */
function mostBytes(count: number): number {
  return Math.ceil((count * longestCode) / 8) + 4 * symbolCount
}
