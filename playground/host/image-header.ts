/** Size of an image file, px. */
export interface ImageSize {
  readonly width: number
  readonly height: number
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

/** PNG specification, 11.2.1: IHDR comes first, width and height are its first fields. */
function pngSize(bytes: Uint8Array): ImageSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const isHeader = startsWith(bytes.subarray(12), [0x49, 0x48, 0x44, 0x52])
  return bytes.length >= 24 && isHeader ? { width: view.getUint32(16), height: view.getUint32(20) } : null
}

/** GIF89a, 18: the logical screen's size, little-endian. */
function gifSize(bytes: Uint8Array): ImageSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return bytes.length >= 10 ? { width: view.getUint16(6, true), height: view.getUint16(8, true) } : null
}

/** ITU-T T.81, B.2.2: the frame header (SOF0 to SOF15 but DHT, JPG and DAC) holds height and width. */
function jpegSize(bytes: Uint8Array): ImageSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 2
  while (at + 9 <= bytes.length) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    at += 2 + view.getUint16(at + 2)
  }
  return null
}

/** Reads the size from the header of a PNG, JPEG or GIF; null for anything else, as `createImage` takes only these. */
export function readImageSize(bytes: Uint8Array): ImageSize | null {
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return pngSize(bytes)
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return jpegSize(bytes)
  if (startsWith(bytes, [0x47, 0x49, 0x46, 0x38])) return gifSize(bytes)
  return null
}
