/** PNG's polynomial, reversed (PNG specification, annex D). */
const polynomial = 0xedb88320

/** Tables for a byte that so many others follow, up to seven (slicing by 8: Kounavis and Berry 2005). */
const tables = makeTables()

/** Computes the CRC-32 of words, lowest byte first: eight bytes at a time, where the ordinary way takes one. */
export function crc32OfWords(words: Uint32Array): number {
  const [t0, t1, t2, t3, t4, t5, t6, t7] = tables
  let crc = -1
  let at = 0
  for (; at + 1 < words.length; at += 2) {
    const one = (words[at] ?? 0) ^ crc
    const two = words[at + 1] ?? 0
    crc =
      (t7[one & 255] ?? 0) ^
      (t6[(one >>> 8) & 255] ?? 0) ^
      (t5[(one >>> 16) & 255] ?? 0) ^
      (t4[one >>> 24] ?? 0) ^
      (t3[two & 255] ?? 0) ^
      (t2[(two >>> 8) & 255] ?? 0) ^
      (t1[(two >>> 16) & 255] ?? 0) ^
      (t0[two >>> 24] ?? 0)
  }
  if (at < words.length) {
    const one = (words[at] ?? 0) ^ crc
    crc =
      (t3[one & 255] ?? 0) ^
      (t2[(one >>> 8) & 255] ?? 0) ^
      (t1[(one >>> 16) & 255] ?? 0) ^
      (t0[one >>> 24] ?? 0)
  }
  return ~crc >>> 0
}

type Table = Int32Array

function makeTables(): readonly [Table, Table, Table, Table, Table, Table, Table, Table] {
  const first = Int32Array.from({ length: 256 }, (_, byte) => {
    let entry = byte
    for (let bit = 0; bit < 8; bit++) {
      entry = entry & 1 ? (entry >>> 1) ^ polynomial : entry >>> 1
    }
    return entry
  })
  const after = (table: Table): Table => table.map((entry) => (first[entry & 255] ?? 0) ^ (entry >>> 8))
  const second = after(first)
  const third = after(second)
  const fourth = after(third)
  const fifth = after(fourth)
  const sixth = after(fifth)
  const seventh = after(sixth)
  return [first, second, third, fourth, fifth, sixth, seventh, after(seventh)]
}
