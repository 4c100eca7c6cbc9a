import {
  canonicalCodes,
  endOfBlock,
  longestMatch,
  matchLengths,
  symbolCount,
  writeBlockHead
} from '../png/deflate-codes'

/*
 * A deflate stream (RFC 1951) that is written directly from runs of equal bytes. A row of a mask, as the difference to the
 * row above it, consists almost only of zeros, so one fixed table suits every mask: the longest match takes two bits.
 */

/**
 * Code lengths of a mask's symbols, bits: the literals 0, 1, 2 and 255, the end, and all match lengths. They are chosen by the
 * frequencies in masks of boxes and fill the code space exactly, as decoders require.
 */
const codeLengths = (() => {
  const lengths = new Uint8Array(symbolCount)
  const set = (bits: number, first: number, last = first): void => {
    lengths.fill(bits, first, last + 1)
  }
  // The longest match has the only code of one bit, 0.
  set(1, symbolCount - 1)
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

/** Writes one deflate block of runs. */
export class DeflateRuns {
  /** Grows as needed; everything from `bitCount` on is zero. */
  private bytes: Uint8Array
  private bitCount = 0

  /** `expectedBytes`: the initial size of the buffer, which grows as needed. */
  constructor(expectedBytes: number) {
    this.bytes = new Uint8Array(expectedBytes)
    writeBlockHead(
      (value, count) => {
        this.bits(value, count)
      },
      codeLengths,
      true
    )
  }

  /** The number of bits written. */
  get position(): number {
    return this.bitCount
  }

  /** Writes the byte `value` (0, 1, 2 or 255) `count` times. */
  run(value: number, count: number): void {
    this.code(value)
    let left = count - 1
    if (left >= longestMatch) {
      const whole = Math.floor(left / longestMatch)
      // Match and distance both have the code 0, and unwritten bits are 0.
      this.skip(2 * whole)
      left -= whole * longestMatch
    }
    if (left >= 3) {
      this.code(matchLengths.symbols[left] ?? 0)
      this.bits(matchLengths.extras[left] ?? 0, matchLengths.extraBits[left] ?? 0)
      this.skip(1)
    } else {
      for (; left > 0; left--) {
        this.code(value)
      }
    }
  }

  /**
   * Repeats the last `bitLength` bits `times` times. `bitLength` is a multiple of 8, so that copies are whole bytes. The bits
   * before them must be equal too, since the first byte of each copy is shared with them.
   */
  repeat(bitLength: number, times: number): void {
    const period = bitLength / 8
    const shared = this.bitCount & 7
    const end = this.bitCount >> 3
    this.reserve(bitLength * times)
    for (let round = 0; round < times; round++) {
      this.bytes.copyWithin(end + round * period, end - period, end)
    }
    this.bitCount += bitLength * times
    if (shared !== 0) {
      const last = this.bitCount >> 3
      this.bytes[last] = (this.bytes[end - period] ?? 0) & ((1 << shared) - 1)
    }
  }

  /** Ends the block and returns the stream as whole bytes. */
  finish(): Uint8Array {
    this.code(endOfBlock)
    return this.bytes.subarray(0, (this.bitCount + 7) >> 3)
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
}
