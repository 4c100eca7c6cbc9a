import { readImageHeader } from './image-header'

/** Offset of a PNG's colour type, in its IHDR (PNG specification, 11.2.2). */
const colourTypeAt = 25

/** The colour types with alpha. */
const alphaTypes = [4, 6]

/** Bytes that are searched for the tRNS chunk of a palette with alpha: it precedes the pixels. */
const paletteSearch = 4096

/** Tells whether a file can hold transparency: a PNG with alpha, a GIF or WebP; never a JPEG or a file that is no image. */
export function hasAlphaChannel(bytes: Uint8Array): boolean {
  const header = readImageHeader(bytes)
  switch (header?.format) {
    case undefined:
    case 'jpeg':
      return false
    case 'gif':
    case 'webp':
      return true
    case 'png':
      return alphaTypes.includes(bytes[colourTypeAt] ?? 0) || hasTransparencyChunk(bytes)
  }
}

function hasTransparencyChunk(bytes: Uint8Array): boolean {
  const name = [0x74, 0x52, 0x4e, 0x53]
  const end = Math.min(bytes.length, paletteSearch)
  for (let at = 33; at + 4 <= end; at++) {
    if (name.every((value, index) => bytes[at + index] === value)) {
      return true
    }
  }
  return false
}
