import { encode } from 'fast-png'
import { gifHead } from '../../fixtures/gif-bomb'

/** A one-colour PNG of a size, encoded by a library. */
export function samplePng(width: number, height: number): Uint8Array {
  const data = new Uint8Array(width * height * 3).fill(120)
  return encode({ width, height, data, channels: 3, depth: 8 })
}

/** The beginning of a JPEG with an EXIF-like segment before its size: enough for whoever reads headers only. */
export function sampleJpegHeader(width: number, height: number): Uint8Array {
  const segment = [0xff, 0xe1, 0x00, 0x08, 1, 2, 3, 4, 5, 6]
  const frame = [0xff, 0xc0, 0x00, 0x11, 8, height >> 8, height & 255, width >> 8, width & 255, 3, 1, 0x22, 0]
  return Uint8Array.from([0xff, 0xd8, ...segment, ...frame, 2, 0x11, 1, 3, 0x11, 1, 0xff, 0xd9])
}

/** The beginning of a GIF whose frame fills its screen. */
export function sampleGifHeader(width: number, height: number): Uint8Array {
  return gifHead({ width, height }, { left: 0, top: 0, width, height })
}

/** The beginning of a lossless WebP. */
export function sampleWebpHeader(width: number, height: number): Uint8Array {
  const packed = (width - 1) | ((height - 1) << 14)
  const bits = [packed & 255, (packed >> 8) & 255, (packed >> 16) & 255, (packed >>> 24) & 255]
  return Uint8Array.from([
    ...Buffer.from('RIFF'),
    0,
    0,
    0,
    0,
    ...Buffer.from('WEBPVP8L'),
    0,
    0,
    0,
    0,
    0x2f,
    ...bits
  ])
}

/** Bytes as bare base64, as the service gives them. */
export function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}
