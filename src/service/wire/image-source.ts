import type { Size } from '../../core/geometry/size'
import { maxUploadBytes, maxUploadSide, maxUrlLength, minUploadSide } from '../../core/limits'
import { readImageHeader } from '../../core/png/image-header'
import { parseUrl } from './parse-url'

/** Where the service gets a picture from: bytes that are uploaded, or a link that it downloads within 10 s itself. */
export type ImageSource =
  | { readonly kind: 'file'; readonly bytes: Uint8Array; readonly mime: 'image/png' | 'image/jpeg' }
  | { readonly kind: 'url'; readonly url: string }

/** What a source turned out to be: a rule that it breaks, or its pixel size (null where only a link is known). */
export type SourceCheck =
  { readonly ok: false; readonly rule: string } | { readonly ok: true; readonly pixelSize: Size | null }

/**
 * Checks an image or a mask against the reference: a file of at most 5 MB, PNG or JPEG by its own first bytes, 64 to
 * 4096 pixels a side; or an http(s) link of at most 512 characters, counted as it will be sent. What is behind a link is
 * left to the service.
 */
export function checkImageSource(source: ImageSource): SourceCheck {
  return source.kind === 'url' ? checkLink(source.url) : checkFile(source.bytes, source.mime)
}

/** The link as it is sent: with everything escaped that a URL may not hold. Null when it is none for the service. */
export function sentLink(url: string): string | null {
  const parsed = parseUrl(url)
  return parsed !== null && ['http:', 'https:'].includes(parsed.protocol) ? parsed.href : null
}

function checkLink(url: string): SourceCheck {
  const link = sentLink(url)
  if (link === null) {
    return broken('must be a link that starts with http:// or https://')
  }
  if (Math.max(link.length, url.length) > maxUrlLength) {
    return broken(`must be at most ${maxUrlLength} characters long`)
  }
  return { ok: true, pixelSize: null }
}

function checkFile(bytes: Uint8Array, mime: string): SourceCheck {
  if (bytes.length > maxUploadBytes) {
    return broken(`must be at most ${maxUploadBytes} bytes`)
  }
  const header = readImageHeader(bytes)
  if (header === null || `image/${header.format}` !== mime || !['png', 'jpeg'].includes(header.format)) {
    return broken('must be a PNG or JPEG file, and the one that it is said to be')
  }
  const { width, height } = header
  if (Math.min(width, height) < minUploadSide || Math.max(width, height) > maxUploadSide) {
    return broken(`must be ${minUploadSide} to ${maxUploadSide} pixels a side`)
  }
  return { ok: true, pixelSize: { width, height } }
}

function broken(rule: string): SourceCheck {
  return { ok: false, rule }
}
