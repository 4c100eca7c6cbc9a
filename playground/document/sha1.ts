/** SHA-1 of some bytes (FIPS 180-4, section 6.1), as 40 hexadecimal digits: how Figma names an image. */
export function sha1(bytes: Uint8Array): string {
  const message = padded(bytes)
  const hash = new Int32Array([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0])
  const words = new Int32Array(80)
  for (let offset = 0; offset < message.byteLength; offset += 64) {
    addBlock(hash, words, message, offset)
  }
  return [...hash].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

/** The bytes, a one bit, zeros up to 8 bytes before a whole block, and the length in bits. */
function padded(bytes: Uint8Array): DataView {
  const message = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64)
  message.set(bytes)
  message[bytes.length] = 0x80
  const view = new DataView(message.buffer)
  view.setUint32(message.length - 8, Math.floor(bytes.length / 0x20000000))
  view.setUint32(message.length - 4, (bytes.length << 3) >>> 0)
  return view
}

function addBlock(hash: Int32Array, words: Int32Array, message: DataView, offset: number): void {
  for (let index = 0; index < 16; index += 1) {
    words[index] = message.getInt32(offset + index * 4)
  }
  for (let index = 16; index < 80; index += 1) {
    const mixed =
      (words[index - 3] ?? 0) ^ (words[index - 8] ?? 0) ^ (words[index - 14] ?? 0) ^ (words[index - 16] ?? 0)
    words[index] = (mixed << 1) | (mixed >>> 31)
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = hash
  for (let index = 0; index < 80; index += 1) {
    // The functions and constants of section 4: choose, parity, majority, parity; 20 steps of each.
    const mixed =
      index < 20
        ? ((b & c) | (~b & d)) + 0x5a827999
        : index < 40
          ? (b ^ c ^ d) + 0x6ed9eba1
          : index < 60
            ? ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc
            : (b ^ c ^ d) + 0xca62c1d6
    const next = (((a << 5) | (a >>> 27)) + mixed + e + (words[index] ?? 0)) | 0
    e = d
    d = c
    c = (b << 30) | (b >>> 2)
    b = a
    a = next
  }
  const sums = [a, b, c, d, e]
  sums.forEach((sum, index) => {
    hash[index] = ((hash[index] ?? 0) + sum) | 0
  })
}
