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

/** Computes the CRC-32 of the bytes from `from` up to `to`. */
export function crc32(bytes: Uint8Array, from = 0, to = bytes.length): number {
  let crc = -1
  for (let at = from; at < to; at++) {
    crc = (table[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8)
  }
  return ~crc >>> 0
}
