import { readImageHeader } from './image-header'

/** Where a PNG's IHDR holds the colour type, and the types with alpha (PNG specification, 11.2.2). */
const colourTypeAt = 25
const alphaTypes = [4, 6]

/** A palette with alpha has a tRNS chunk, near the beginning: before the pixels, after at most 256 colours. */
const paletteSearch = 4096

/** Tells whether a file can hold transparency: a PNG with alpha, a GIF or WebP; never a JPEG, nor what is no image. */
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
