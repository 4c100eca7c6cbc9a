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

/** Codes are at most so long, bits: those of two bytes fit into one number, with what is held. */
export const longestCode = 12

/** A shorter match there is not (RFC 1951, 3.2.5). */
const shortestMatch = 3

/** Where a code's length stands in the number that holds both. */
const lengthAt = 24

const codeMask = 0xffffff

/** What is written goes into numbers of so many bits. */
const wordBits = 32

/**
 * Writes deflate blocks (RFC 1951) of pixels, three bytes each, in which only runs of pixels of 0 are looked for: as words,
 * lowest byte first, as every browser's processor has them.
 */
export interface BlockWriter {
  /** Begins a block with codes of the given lengths. */
  readonly begin: (lengths: Uint8Array, isLast: boolean) => void
  readonly writeByte: (byte: number) => void
  /** Writes the three lowest bytes of each number, the lowest first; the fourth is 0. */
  readonly writePixels: (pixels: Uint32Array) => void
  readonly end: () => void
  /** Tells how many words there are in the room. What comes next is written where the room begins. */
  readonly take: () => number
  /** The bytes that make no whole word yet, the last one filled up. */
  readonly rest: () => readonly number[]
  /** Writes up to 16 bits, the lowest first. */
  readonly put: (value: number, count: number) => void
}

/** The room must do for all that is written before it is taken. */
export function blockWriter(room: Uint32Array): BlockWriter {
  let written = 0
  let held = 0
  let heldBits = 0
  /** For each symbol its code, and from `lengthAt` on its length. */
  const codes = new Uint32Array(symbolCount)

  const put = (value: number, count: number): void => {
    held |= value << heldBits
    heldBits += count
    if (heldBits >= wordBits) {
      room[written++] = held
      heldBits -= wordBits
      held = value >>> (count - heldBits)
    }
  }
  const putSymbol = (symbol: number): void => {
    const code = codes[symbol] ?? 0
    put(code & codeMask, code >>> lengthAt)
  }
  /** Writes a 0 and so many more, at least a match of them. */
  const putZeros = (more: number): void => {
    putSymbol(0)
    for (let left = more; left > 0;) {
      const most = Math.min(left, longestMatch)
      // What is left then must do for a match.
      const length = left > most && left - most < shortestMatch ? most - shortestMatch : most
      putSymbol(matchLengths.symbols[length] ?? 0)
      // Further bits of the length, and the one distance there is, which has the code 0.
      put(matchLengths.extras[length] ?? 0, (matchLengths.extraBits[length] ?? 0) + 1)
      left -= length
    }
  }

  /**
   * Writes pixels from one place on, up to a run of zeros or to one whose codes make more than a word, and tells where that
   * is. What is held is at hand meanwhile. Whether a word is full is no branch: nothing could foretell it.
   */
  const writeFitting = (pixels: Uint32Array, from: number): number => {
    const table = codes
    const into = room
    let to = written
    let word = held
    let bits = heldBits
    let x = from
    for (; x < pixels.length; x++) {
      const pixel = pixels[x] ?? 0
      if (pixel === 0 && x + 1 < pixels.length && pixels[x + 1] === 0) break
      const red = table[pixel & 255] ?? 0
      const green = table[(pixel >>> 8) & 255] ?? 0
      const blue = table[pixel >>> 16] ?? 0
      const redBits = red >>> lengthAt
      const twoBits = redBits + (green >>> lengthAt)
      const allBits = twoBits + (blue >>> lengthAt)
      if (allBits > wordBits) break
      const all = (red & codeMask) | ((green & codeMask) << redBits) | ((blue & codeMask) << twoBits)
      const over = (all >>> 1) >>> (wordBits - 1 - bits)
      word |= all << bits
      into[to] = word
      bits += allBits
      const full = bits >>> 5
      to += full
      word = full === 0 ? word : over
      bits &= wordBits - 1
    }
    written = to
    held = word
    heldBits = bits
    return x
  }

  return {
    put,
    begin: (lengths, isLast) => {
      writeBlockHead(put, lengths, isLast)
      canonicalCodes(lengths).forEach((code, symbol) => {
        codes[symbol] = code | ((lengths[symbol] ?? 0) << lengthAt)
      })
    },
    writeByte: putSymbol,
    writePixels: (pixels) => {
      for (let x = writeFitting(pixels, 0); x < pixels.length; x = writeFitting(pixels, x)) {
        const zeros = zerosFrom(pixels, x)
        if (zeros > 1) {
          putZeros(3 * zeros - 1)
          x += zeros
        } else {
          const pixel = pixels[x] ?? 0
          putSymbol(pixel & 255)
          putSymbol((pixel >>> 8) & 255)
          putSymbol(pixel >>> 16)
          x++
        }
      }
    },
    end: () => {
      putSymbol(endOfBlock)
    },
    take: () => {
      const words = written
      written = 0
      return words
    },
    rest: () => Array.from({ length: Math.ceil(heldBits / 8) }, (_, byte) => (held >>> (8 * byte)) & 255)
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

/** Counts the zeros that follow each other from one place on. */
export function zerosFrom(pixels: Uint32Array, from: number): number {
  let to = from
  while (to < pixels.length && pixels[to] === 0) to++
  return to - from
}
