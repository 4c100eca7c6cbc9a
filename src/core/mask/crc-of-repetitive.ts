import { crc32, crc32Polynomial as polynomial } from '../png/crc32'
import type { Repetition } from './deflate-runs'

/**
 * Computes the CRC-32 of bytes that partly repeat themselves in steps that grow with the logarithm of the repetitions: the
 * main thread runs this in a VM in which a loop over all bytes of a plain mask would take as long as the rest.
 */
export function crc32OfRepetitive(bytes: Uint8Array, repetitions: readonly Repetition[]): number {
  let crc = 0
  let done = 0
  for (const { from, period, times } of repetitions) {
    crc = crc32(bytes, done, from, crc)
    const once = crc32(bytes, from, from + period)
    crc = combined(crc, repeated(once, period, times), period * times)
    done = from + period * times
  }
  return crc32(bytes, done, bytes.length, crc)
}

/** The CRC of `times` copies of bytes whose CRC is `once` and whose length is `length`. */
function repeated(once: number, length: number, times: number): number {
  if (times <= 1) return times === 1 ? once : 0
  const half = repeated(once, length, times >> 1)
  const even = combined(half, half, length * (times >> 1))
  return times % 2 === 0 ? even : combined(even, once, length)
}

/**
 * The CRC of two pieces one after the other, from each one's own. A CRC is a polynomial over GF(2): what follows
 * multiplies it by x^(8 · length) modulo the CRC's polynomial.
 */
function combined(first: number, second: number, secondLength: number): number {
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
