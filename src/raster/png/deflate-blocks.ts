import {
  canonicalCodes,
  endOfBlock,
  longestMatch,
  matchLengths,
  symbolCount,
  writeBlockHead
} from '../../core/png/deflate-codes'

/** A node of Huffman's tree. */
interface Knot {
  readonly weight: number
  readonly symbols: readonly number[]
}

/** Longest code, bits: two codes and up to 7 remaining bits fit into a number of 32 bits. */
export const longestCode = 12

/** Writes deflate blocks (RFC 1951) that replace only runs of zeros. */
export interface BlockWriter {
  /** Begins a block with codes of the given lengths. */
  readonly begin: (lengths: Uint8Array, isLast: boolean) => void
  /** Writes bytes into the block. */
  readonly write: (bytes: Uint8Array) => void
  /**
   * Ends the block, pads the last one to a whole byte and returns the number of whole bytes. The next block is written to the
   * beginning of the room; the remaining bits come first.
   */
  readonly end: (isLast: boolean) => number
  /** Writes up to 16 bits, the lowest first. */
  readonly put: (value: number, count: number) => void
}

/** Returns a writer into `room`, which must hold a block and four bytes more. */
export function blockWriter(room: DataView): BlockWriter {
  let written = 0
  let held = 0
  let heldBits = 0
  /** The code of each symbol, with its length from bit 16 on. */
  const codes = new Uint32Array(symbolCount)

  const writeWhole = (): void => {
    room.setUint32(written, held, true)
    written += heldBits >>> 3
    held >>>= heldBits & 24
    heldBits &= 7
  }
  const put = (value: number, count: number): void => {
    held |= value << heldBits
    heldBits += count
    writeWhole()
  }
  const putSymbol = (symbol: number): void => {
    const code = codes[symbol] ?? 0
    put(code & 0xffff, code >>> 16)
  }

  return {
    put,
    begin: (lengths, isLast) => {
      writeBlockHead(put, lengths, isLast)
      canonicalCodes(lengths).forEach((code, symbol) => {
        codes[symbol] = code | ((lengths[symbol] ?? 0) << 16)
      })
    },
    write: (bytes) => {
      const last = bytes.length - 1
      let at = 0
      while (at < last) {
        const byte = bytes[at] ?? 0
        const next = bytes[at + 1] ?? 0
        const zeros = (byte | next) === 0 ? zerosFrom(bytes, at + 1, longestMatch) : 0
        const first = codes[byte] ?? 0
        held |= (first & 0xffff) << heldBits
        heldBits += first >>> 16
        putSymbol(zeros < 3 ? next : (matchLengths.symbols[zeros] ?? 0))
        at += 2
        if (zeros >= 3) {
          // The length's extra bits and the only distance, whose code is 0.
          put(matchLengths.extras[zeros] ?? 0, (matchLengths.extraBits[zeros] ?? 0) + 1)
          at += zeros - 1
        }
      }
      if (at === last) putSymbol(bytes[at] ?? 0)
    },
    end: (isLast) => {
      putSymbol(endOfBlock)
      if (isLast) put(0, -heldBits & 7)
      const length = written
      written = 0
      return length
    }
  }
}

/**
 * Computes the lengths of Huffman codes from the symbols' frequencies, none longer than `longest` bits; 0 for a symbol of
 * frequency 0. Levels the frequencies until no code is too long.
 */
export function codeLengths(frequencies: Uint32Array, longest: number): Uint8Array {
  let weights = frequencies
  for (;;) {
    const lengths = huffmanLengths(weights)
    if (Math.max(...lengths) <= longest) {
      return lengths
    }
    weights = weights.map((weight) => (weight === 0 ? 0 : (weight >> 1) + 1))
  }
}

/** Computes the lengths by Huffman's method (1952) with two queues: joins the rarest two until one is left. */
function huffmanLengths(weights: Uint32Array): Uint8Array {
  const lengths = new Uint8Array(weights.length)
  const leaves: Knot[] = []
  weights.forEach((weight, symbol) => {
    if (weight > 0) leaves.push({ weight, symbols: [symbol] })
  })
  leaves.sort((one, other) => one.weight - other.weight)
  const joined: Knot[] = []
  let leaf = 0
  let join = 0
  const rarest = (): Knot => {
    const [one, other] = [leaves[leaf], joined[join]]
    if (one !== undefined && (other === undefined || one.weight <= other.weight)) {
      leaf++
      return one
    }
    join++
    return other ?? { weight: 0, symbols: [] }
  }
  for (let count = 1; count < leaves.length; count++) {
    const one = rarest()
    const other = rarest()
    const symbols = [...one.symbols, ...other.symbols]
    for (const symbol of symbols) {
      lengths[symbol] = (lengths[symbol] ?? 0) + 1
    }
    joined.push({ weight: one.weight + other.weight, symbols })
  }
  return lengths
}

/** Counts consecutive zeros from an index on, up to `most`. */
export function zerosFrom(bytes: Uint8Array, from: number, most: number): number {
  const end = Math.min(bytes.length, from + most)
  let to = from
  while (to < end && bytes[to] === 0) to++
  return to - from
}
