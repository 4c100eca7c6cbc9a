import type { Repetition } from './deflate-runs'

/** PNG's polynomial, reversed (PNG specification, annex D). */
const polynomial = 0xedb88320

const table = (() => {
  const entries = new Int32Array(256)
  for (let index = 0; index < 256; index++) {
    let entry = index
    for (let bit = 0; bit < 8; bit++) {
      entry = entry & 1 ? (entry >>> 1) ^ polynomial : entry >>> 1
    }
    entries[index] = entry
  }
  return entries
})()

/** Computes the CRC-32 of the bytes from `from` up to `to`, going on from the CRC `before` of what precedes them. */
export function crc32(bytes: Uint8Array, from = 0, to = bytes.length, before = 0): number {
  let crc = ~before
  for (let at = from; at < to; at++) {
    crc = (table[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8)
  }
  return ~crc >>> 0
}

/**
 * Computes the same for bytes that partly repeat themselves, in steps that grow with the logarithm of the repetitions:
 * the main thread runs this in a VM in which a loop over all bytes of a plain mask would take as long as the rest.
 */
export function crc32OfRepetitive(
  bytes: Uint8Array,
  repetitions: readonly Repetition[],
  before: number
): number {
  let crc = before
  let done = 0
  for (const { from, period, times } of repetitions) {
    crc = crc32(bytes, done, from, crc)
    const once = crc32(bytes, from, from + period)
    crc = joined(crc, repeated(once, period, times), period * times)
    done = from + period * times
  }
  return crc32(bytes, done, bytes.length, crc)
}

/** The CRC of `times` copies of bytes whose CRC is `once` and whose length is `length`. */
function repeated(once: number, length: number, times: number): number {
  if (times <= 1) return times === 1 ? once : 0
  const half = repeated(once, length, times >> 1)
  const even = joined(half, half, length * (times >> 1))
  return times % 2 === 0 ? even : joined(even, once, length)
}

/**
 * The CRC of two pieces one after the other, from each one's own. A CRC is a polynomial over GF(2): what follows
 * multiplies it by x^(8 · length) modulo the CRC's polynomial.
 */
function joined(first: number, second: number, secondLength: number): number {
  return (multiply(powerOfX(secondLength * 8), first) ^ second) >>> 0
}

/** Bit-reversed: 1 is the highest bit, x the one below it. */
const one = 0x80000000
const x = 0x40000000

function powerOfX(exponent: number): number {
  let power = one
  let square = x
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) power = multiply(square, power)
    square = multiply(square, square)
  }
  return power
}

function multiply(factor: number, other: number): number {
  let product = 0
  let shifted = other
  for (let bit = one; bit !== 0; bit >>>= 1) {
    if (factor & bit) product ^= shifted
    shifted = shifted & 1 ? (shifted >>> 1) ^ polynomial : shifted >>> 1
  }
  return product >>> 0
}
