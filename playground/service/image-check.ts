import sharp from 'sharp'
import { fail, type Outcome, succeed } from '../../src/core/outcome'

/** Reference, image_file and guideline 7: "up to 5MB". 5,000,000 bytes, the smaller reading of a megabyte. */
export const maxFileBytes = 5_000_000
/** Reference, guideline 7: "Min 64x64, max 4096 x 4096". */
export const minSidePx = 64
export const maxSidePx = 4096

export interface PixelSize {
  readonly width: number
  readonly height: number
}

export interface ImageFacts extends PixelSize {
  readonly format: 'png' | 'jpeg'
}

export type ImageFault =
  | { readonly kind: 'too-many-bytes'; readonly bytes: number }
  | { readonly kind: 'not-jpg-or-png' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'too-small'; readonly size: PixelSize }
  | { readonly kind: 'too-large'; readonly size: PixelSize }

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const jpegSignature = [0xff, 0xd8, 0xff]

function beginsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

/** The format by the first bytes: neither the name nor the Content-Type is believed. */
export function sniffFormat(bytes: Uint8Array): ImageFacts['format'] | undefined {
  if (beginsWith(bytes, pngSignature)) return 'png'
  if (beginsWith(bytes, jpegSignature)) return 'jpeg'
  return undefined
}

/** What the bytes' header says, without decoding them; undefined when it says nothing. */
export async function inspectImage(bytes: Uint8Array): Promise<ImageFacts | undefined> {
  const format = sniffFormat(bytes)
  if (format === undefined) return undefined
  try {
    const { width, height } = await sharp(bytes).metadata()
    return { format, width, height }
  } catch {
    return undefined
  }
}

/** Checks an image, or a mask, against guideline 7, and that all of it can be decoded. */
export async function checkImage(bytes: Uint8Array): Promise<Outcome<ImageFacts, ImageFault>> {
  if (bytes.length > maxFileBytes) return fail({ kind: 'too-many-bytes', bytes: bytes.length })
  if (sniffFormat(bytes) === undefined) return fail({ kind: 'not-jpg-or-png' })
  const facts = await inspectImage(bytes)
  if (facts === undefined) return fail({ kind: 'unreadable' })
  const { width, height } = facts
  if (Math.max(width, height) > maxSidePx) return fail({ kind: 'too-large', size: { width, height } })
  if (Math.min(width, height) < minSidePx) return fail({ kind: 'too-small', size: { width, height } })
  try {
    await sharp(bytes).raw().toBuffer()
  } catch {
    return fail({ kind: 'unreadable' })
  }
  return succeed(facts)
}
