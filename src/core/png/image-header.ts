import type { Size } from '../geometry/size'

/** Format and size of an image, px, as its first bytes say. */
export interface ImageHeader extends Size {
  readonly format: 'png' | 'jpeg' | 'gif' | 'webp'
}

/**
 * Reads format and pixel size from a file's first bytes. Returns null for anything but a PNG, JPEG, GIF or WebP of at least
 * 1 × 1 px. Does not check the rest of the file; `decode` checks that a browser decodes no more than this size.
 */
export function readImageHeader(bytes: Uint8Array): ImageHeader | null {
  const header = readPng(bytes) ?? readGif(bytes) ?? readWebp(bytes) ?? readJpeg(bytes)
  return header !== null && header.width > 0 && header.height > 0 ? header : null
}

/** PNG specification, 5.2 and 11.2.2: the signature, then IHDR with width and height as 32-bit big-endian. */
function readPng(bytes: Uint8Array): ImageHeader | null {
  const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
  if (!startsWith(bytes, signature) || !hasText(bytes, 12, 'IHDR')) {
    return null
  }
  return sized('png', bigEndian(bytes, 16, 4), bigEndian(bytes, 20, 4))
}

/**
 * GIF89a specification, 17, 18, 20 and 24: signature, logical screen, colour table, extensions, the first image descriptor.
 * Browsers enlarge the screen to the first frame, so the screen alone does not give the size.
 */
function readGif(bytes: Uint8Array): ImageHeader | null {
  if (!hasText(bytes, 0, 'GIF87a') && !hasText(bytes, 0, 'GIF89a')) {
    return null
  }
  const frame = firstFrame(bytes)
  if (frame === null) {
    return null
  }
  return sized(
    'gif',
    Math.max(
      littleEndian(bytes, 6, 2),
      littleEndian(bytes, frame + 1, 2) + littleEndian(bytes, frame + 5, 2)
    ),
    Math.max(littleEndian(bytes, 8, 2), littleEndian(bytes, frame + 3, 2) + littleEndian(bytes, frame + 7, 2))
  )
}

/** Finds the offset of a GIF's first image descriptor; null if the bytes do not hold all of it. */
function firstFrame(bytes: Uint8Array): number | null {
  const extension = 0x21
  const descriptor = 0x2c
  const descriptorLength = 10
  const flags = bytes[10] ?? 0
  let at = 13 + ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1))
  while (bytes[at] === extension) {
    at += 2
    // Each sub-block follows its length; a length of 0 ends them.
    for (let length = bytes[at] ?? 0; length > 0; length = bytes[at] ?? 0) {
      at += 1 + length
    }
    at += 1
  }
  return bytes[at] === descriptor && at + descriptorLength <= bytes.length ? at : null
}

/** WebP container specification: RIFF, size, WEBP, then a VP8, VP8L or VP8X chunk with the size. */
function readWebp(bytes: Uint8Array): ImageHeader | null {
  if (!hasText(bytes, 0, 'RIFF') || !hasText(bytes, 8, 'WEBP')) {
    return null
  }
  if (hasText(bytes, 12, 'VP8X')) {
    return sized('webp', littleEndian(bytes, 24, 3) + 1, littleEndian(bytes, 27, 3) + 1)
  }
  if (hasText(bytes, 12, 'VP8L')) {
    const packed = littleEndian(bytes, 21, 4)
    return sized('webp', (packed & 0x3fff) + 1, ((packed >>> 14) & 0x3fff) + 1)
  }
  if (hasText(bytes, 12, 'VP8 ')) {
    return sized('webp', littleEndian(bytes, 26, 2) & 0x3fff, littleEndian(bytes, 28, 2) & 0x3fff)
  }
  return null
}

/** JPEG (ITU T.81, annex B): segments from SOI on; a start-of-frame segment holds height and width, 16-bit big-endian. */
function readJpeg(bytes: Uint8Array): ImageHeader | null {
  if (!startsWith(bytes, [0xff, 0xd8, 0xff])) {
    return null
  }
  let at = 2
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === 0) {
      // B.1.1.2: no marker. Decoders would search for the next one within the segment that is skipped here.
      return null
    }
    const standsAlone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)
    if (standsAlone) {
      at += 2
      continue
    }
    // C4, C8 and CC lie among the start-of-frame codes but are none.
    const isStartOfFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isStartOfFrame) {
      return sized('jpeg', bigEndian(bytes, at + 7, 2), bigEndian(bytes, at + 5, 2))
    }
    at += 2 + Math.max(2, bigEndian(bytes, at + 2, 2))
  }
  return null
}

function sized(format: ImageHeader['format'], width: number, height: number): ImageHeader {
  return { format, width, height }
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((value, index) => bytes[index] === value)
}

function hasText(bytes: Uint8Array, at: number, text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    if (bytes[at + index] !== text.charCodeAt(index)) {
      return false
    }
  }
  return true
}

/** Bytes past the end count as 0, so a cut-off header reads as a size of 0 and is refused. */
function bigEndian(bytes: Uint8Array, at: number, length: number): number {
  let value = 0
  for (let index = 0; index < length; index++) {
    value = value * 256 + (bytes[at + index] ?? 0)
  }
  return value
}

function littleEndian(bytes: Uint8Array, at: number, length: number): number {
  let value = 0
  for (let index = length - 1; index >= 0; index--) {
    value = value * 256 + (bytes[at + index] ?? 0)
  }
  return value
}
