/*
 * A deflate stream (RFC 1951) written straight from runs of equal bytes. A row of a mask, as the difference to the row
 * above it, is almost nothing but zeros, so one fixed table does for every mask: the longest match costs two bits.
 */

/** What the table gives the value 258: the longest match. It has the one code of one bit, which is 0. */
const longestMatch = 285
const longestLength = 258
const endOfBlock = 256

/**
 * Code lengths, in bits, of what a mask's bytes need: the literals 0, 1, 2 and 255, the end, and all match lengths. They
 * are chosen by how often each comes in the masks of boxes; together they fill the code space exactly, as a decoder
 * wants it.
 */
const codeLengths = (() => {
  const lengths = new Uint8Array(286)
  const set = (bits: number, first: number, last = first): void => {
    lengths.fill(bits, first, last + 1)
  }
  set(1, longestMatch)
  set(3, 0)
  set(4, 1)
  set(4, 255)
  set(5, 2)
  set(5, 281, 284)
  set(7, 277, 280)
  set(8, 273, 276)
  set(9, 265, 272)
  set(8, 257, 263)
  set(9, 264)
  set(9, endOfBlock)
  return lengths
})()

const codes = canonicalCodes(codeLengths)

/** For each match length from 3 to 257: its symbol, and the extra bits that follow (RFC 1951, 3.2.5). */
const matches = (() => {
  const symbols = new Uint16Array(longestLength)
  const extraBits = new Uint8Array(longestLength)
  const extras = new Uint8Array(longestLength)
  let length = 3
  for (let symbol = 257; symbol < longestMatch; symbol++) {
    const bits = symbol < 265 ? 0 : (symbol - 261) >> 2
    for (let extra = 0; extra < 1 << bits && length < longestLength; extra++, length++) {
      symbols[length] = symbol
      extraBits[length] = bits
      extras[length] = extra
    }
  }
  return { symbols, extraBits, extras }
})()

/** Bytes of a stream that come again and again: `times` further copies of the `period` bytes before `from`. */
export interface Repetition {
  readonly from: number
  readonly period: number
  readonly times: number
}

/** Writes one deflate block made of runs. */
export class DeflateRuns {
  /** Grows as needed; everything from `bitCount` on is zero. */
  private bytes: Uint8Array
  private bitCount = 0
  private readonly repetitions: Repetition[] = []

  /** `expectedBytes` is only how much room there is at first. */
  constructor(expectedBytes: number) {
    this.bytes = new Uint8Array(expectedBytes)
    this.writeTable()
  }

  /** How many bits are written. */
  get position(): number {
    return this.bitCount
  }

  /** Writes `count` times the byte `value` (0, 1, 2 or 255). */
  run(value: number, count: number): void {
    this.code(value)
    let left = count - 1
    if (left >= longestLength) {
      const whole = Math.floor(left / longestLength)
      // Match and distance both have the code 0, and what is not written yet is 0.
      this.skip(2 * whole)
      left -= whole * longestLength
    }
    if (left >= 3) {
      this.code(matches.symbols[left] ?? 0)
      this.bits(matches.extras[left] ?? 0, matches.extraBits[left] ?? 0)
      this.skip(1)
    } else {
      for (; left > 0; left--) {
        this.code(value)
      }
    }
  }

  /**
   * Repeats `times` times the last `bitLength` bits: a multiple of 8, so that they are whole bytes wherever they begin.
   * The bits before them must be the same once more, since the first byte of each round is shared with those.
   */
  repeat(bitLength: number, times: number): void {
    const period = bitLength / 8
    const shared = this.bitCount & 7
    const end = this.bitCount >> 3
    this.reserve(bitLength * times)
    this.repetitions.push({ from: end, period, times })
    for (let round = 0; round < times; round++) {
      this.bytes.copyWithin(end + round * period, end - period, end)
    }
    this.bitCount += bitLength * times
    if (shared !== 0) {
      const last = this.bitCount >> 3
      this.bytes[last] = (this.bytes[end - period] ?? 0) & ((1 << shared) - 1)
    }
  }

  /** Ends the block. Gives the stream as whole bytes, and where it repeats itself. */
  finish(): { readonly bytes: Uint8Array; readonly repetitions: readonly Repetition[] } {
    this.code(endOfBlock)
    return { bytes: this.bytes.subarray(0, (this.bitCount + 7) >> 3), repetitions: this.repetitions }
  }

  private code(symbol: number): void {
    this.bits(codes[symbol] ?? 0, codeLengths[symbol] ?? 0)
  }

  private skip(count: number): void {
    this.reserve(count)
    this.bitCount += count
  }

  /** Writes up to 16 bits, the lowest first. */
  private bits(value: number, count: number): void {
    this.reserve(count)
    const at = this.bitCount >> 3
    const shifted = value << (this.bitCount & 7)
    const { bytes } = this
    bytes[at] = (bytes[at] ?? 0) | (shifted & 0xff)
    if (shifted > 0xff) {
      bytes[at + 1] = (shifted >> 8) & 0xff
      if (shifted > 0xffff) {
        bytes[at + 2] = shifted >> 16
      }
    }
    this.bitCount += count
  }

  private reserve(bits: number): void {
    const needed = ((this.bitCount + bits) >> 3) + 4
    if (needed > this.bytes.length) {
      const larger = new Uint8Array(Math.max(needed, this.bytes.length * 2))
      larger.set(this.bytes)
      this.bytes = larger
    }
  }

  /** The head of a last block with codes of its own (RFC 1951, 3.2.7): every code length as itself, none repeated. */
  private writeTable(): void {
    const lastBlock = 1
    const ownCodes = 2
    this.bits(lastBlock | (ownCodes << 1), 3)
    this.bits(codeLengths.length - 257, 5)
    const distanceLengths = [1, 1]
    this.bits(distanceLengths.length - 1, 5)
    // Order of RFC 1951; lengths 0 to 15 get four bits each, the repeat codes 16 to 18 none.
    const order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    this.bits(order.length - 4, 4)
    for (const symbol of order) {
      this.bits(symbol < 16 ? 4 : 0, 3)
    }
    for (const length of [...codeLengths, ...distanceLengths]) {
      this.bits(reversed(length, 4), 4)
    }
  }
}

/** Huffman codes from code lengths (RFC 1951, 3.2.2), each turned round since a code is written highest bit first. */
function canonicalCodes(lengths: Uint8Array): Uint16Array {
  const longest = Math.max(...lengths)
  const result = new Uint16Array(lengths.length)
  let code = 0
  for (let bits = 1; bits <= longest; bits++) {
    lengths.forEach((length, symbol) => {
      if (length === bits) {
        result[symbol] = reversed(code, bits)
        code++
      }
    })
    code <<= 1
  }
  return result
}

function reversed(value: number, bits: number): number {
  let turned = 0
  for (let bit = 0; bit < bits; bit++) {
    turned = (turned << 1) | ((value >> bit) & 1)
  }
  return turned
}
