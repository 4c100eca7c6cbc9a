/*
 * Tables of deflate blocks with their own codes (RFC 1951) whose only matches are runs of one byte.
 */

/** Symbols: 256 literals, the end of the block, 29 lengths of matches. */
export const symbolCount = 286
export const endOfBlock = 256
export const longestMatch = 258

/** Header of a zlib stream (RFC 1950): deflate with a window of 32 kB, fastest level. */
export const zlibHead = [0x78, 0x01] as const

/** The symbol and extra bits of each match length from 3 to 258 (RFC 1951, 3.2.5). */
export const matchLengths = (() => {
  const symbols = new Uint16Array(longestMatch + 1)
  const extraBits = new Uint8Array(longestMatch + 1)
  const extras = new Uint8Array(longestMatch + 1)
  let length = 3
  for (let symbol = 257; symbol < symbolCount - 1; symbol++) {
    const bits = symbol < 265 ? 0 : (symbol - 261) >> 2
    for (let extra = 0; extra < 1 << bits && length < longestMatch; extra++, length++) {
      symbols[length] = symbol
      extraBits[length] = bits
      extras[length] = extra
    }
  }
  symbols[longestMatch] = symbolCount - 1
  return { symbols, extraBits, extras }
})()

/** Computes Huffman codes from their lengths (RFC 1951, 3.2.2), with the bits reversed, since a code is written highest bit first. */
export function canonicalCodes(lengths: Uint8Array): Uint16Array {
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

/**
 * Writes the head of a block with codes of these lengths and a code of one bit for the only distance (RFC 1951, 3.2.7). Every
 * length is written as itself, without repeat codes. `put` writes bits, the lowest first.
 */
export function writeBlockHead(
  put: (value: number, count: number) => void,
  lengths: Uint8Array,
  isLast: boolean
): void {
  const ownCodes = 2
  put((isLast ? 1 : 0) | (ownCodes << 1), 3)
  put(lengths.length - 257, 5)
  const distanceLengths = [1, 1]
  put(distanceLengths.length - 1, 5)
  // Order of RFC 1951; lengths 0 to 15 get four bits each, the repeat codes 16 to 18 none.
  const order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
  put(order.length - 4, 4)
  for (const symbol of order) {
    put(symbol < 16 ? 4 : 0, 3)
  }
  for (const length of [...lengths, ...distanceLengths]) {
    put(reversed(length, 4), 4)
  }
}

function reversed(value: number, bits: number): number {
  let turned = 0
  for (let bit = 0; bit < bits; bit++) {
    turned = (turned << 1) | ((value >> bit) & 1)
  }
  return turned
}
