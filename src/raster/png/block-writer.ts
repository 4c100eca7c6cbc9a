import {
  canonicalCodes,
  endOfBlock,
  longestMatch,
  matchLengths,
  symbolCount,
  writeBlockHead
} from '../../core/png/deflate-codes'
import { zerosFrom } from './zeros-from'

/** Codes are at most so long, bits: two of them, and what is left of a byte, fit into one number. */
export const longestCode = 12

/** Writes deflate blocks (RFC 1951) of bytes in which only runs of zeros are looked for. */
export class BlockWriter {
  private written = 0
  private held = 0
  private heldBits = 0
  /** For each symbol its code, and from bit 16 on its length. */
  private readonly codes = new Uint32Array(symbolCount)

  /** The room must do for all that is written before `clear`, and four bytes more. */
  constructor(private readonly room: DataView) {}

  /** Begins a block with codes of these lengths. */
  begin(lengths: Uint8Array, isLast: boolean): void {
    writeBlockHead(this.put, lengths, isLast)
    canonicalCodes(lengths).forEach((code, symbol) => {
      this.codes[symbol] = code | ((lengths[symbol] ?? 0) << 16)
    })
  }

  /** Writes bytes into the block, two at a time. */
  write(bytes: Uint8Array): void {
    const { room, codes } = this
    let { written, held, heldBits } = this
    const last = bytes.length - 1
    let at = 0
    while (at < last) {
      const byte = bytes[at] ?? 0
      const next = bytes[at + 1] ?? 0
      const zeros = (byte | next) === 0 ? zerosFrom(bytes, at + 1, longestMatch) : 0
      const first = codes[byte] ?? 0
      held |= (first & 0xffff) << heldBits
      heldBits += first >>> 16
      const second = codes[zeros < 3 ? next : (matchLengths.symbols[zeros] ?? 0)] ?? 0
      held |= (second & 0xffff) << heldBits
      heldBits += second >>> 16
      room.setUint32(written, held, true)
      written += heldBits >>> 3
      held >>>= heldBits & 24
      heldBits &= 7
      if (zeros < 3) {
        at += 2
      } else {
        // Further bits of the length, and the one distance there is, which has the code 0.
        held |= (matchLengths.extras[zeros] ?? 0) << heldBits
        heldBits += (matchLengths.extraBits[zeros] ?? 0) + 1
        at += 1 + zeros
        room.setUint32(written, held, true)
        written += heldBits >>> 3
        held >>>= heldBits & 24
        heldBits &= 7
      }
    }
    this.written = written
    this.held = held
    this.heldBits = heldBits
    if (at === last) this.putSymbol(bytes[at] ?? 0)
  }

  /** Ends the block; the last one up to a whole byte. */
  end(isLast: boolean): void {
    this.putSymbol(endOfBlock)
    if (isLast) this.put(0, -this.heldBits & 7)
  }

  /** How many whole bytes are written. */
  get length(): number {
    return this.written
  }

  /** Begins again where the room begins; bits that are no whole byte yet come first. */
  clear(): void {
    this.written = 0
  }

  /** Writes up to 16 bits, the lowest first. */
  readonly put = (value: number, count: number): void => {
    this.held |= value << this.heldBits
    this.heldBits += count
    for (; this.heldBits >= 8; this.heldBits -= 8) {
      this.room.setUint8(this.written++, this.held & 0xff)
      this.held >>>= 8
    }
  }

  private putSymbol(symbol: number): void {
    const code = this.codes[symbol] ?? 0
    this.put(code & 0xffff, code >>> 16)
  }
}
