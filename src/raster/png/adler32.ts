const modulus = 65521

/** So many bytes can be taken in before the sums, kept as whole numbers of 32 bits, would run over. */
const atOnce = 3_800

/** Computes the Adler-32 (RFC 1950) of bytes, going on from the one `before` of what precedes them. */
export function adler32(bytes: Uint8Array, before = 1): number {
  let a = before & 0xffff
  let b = before >>> 16
  for (let from = 0; from < bytes.length; from += atOnce) {
    const to = Math.min(bytes.length, from + atOnce)
    for (let at = from; at < to; at++) {
      a += bytes[at] ?? 0
      b += a
    }
    a %= modulus
    b %= modulus
  }
  return ((b << 16) | a) >>> 0
}
