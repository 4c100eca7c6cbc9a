import sharp from 'sharp'
import type { RecordedRequest } from './record/recorded-request'

/** What `report.json` says. */
export interface DemoReport {
  readonly ok: boolean
  readonly service: string
  readonly target: {
    readonly nodeId: string
    readonly name: string
    readonly width: number
    readonly height: number
  }
  readonly request: DescribedRequest | null
  /** The layer before and after, and the new layer where the image is not one of its fills; null: nothing was placed. */
  readonly placed: {
    readonly before: PlacedLayer
    readonly after: PlacedLayer
    readonly newLayer: PlacedLayer | null
  } | null
  readonly timings: { readonly openMs: number; readonly expandMs: number; readonly totalMs: number }
  /** The window's own words. */
  readonly error: { readonly title: string; readonly detail: string } | null
}

export interface PlacedLayer {
  readonly name: string
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  /** Kinds of its paints, bottom first. */
  readonly fills: readonly string[]
}

export interface DescribedRequest {
  readonly method: string
  readonly url: string
  readonly headers: readonly string[]
  readonly fields: Readonly<Record<string, string | DescribedFile>>
}

interface DescribedFile {
  readonly mime: string
  readonly bytes: number
  readonly width: number
  readonly height: number
  readonly savedAs: string
}

/** A file that was sent, with the name under which the demo saves it. */
export interface SentFile {
  readonly name: string
  readonly bytes: Buffer
}

/**
 * Describes a create that the plugin sent: every field as it was, and each file by its size. `prefix` begins the names
 * that the files are saved under.
 */
export async function describeRequest(
  request: RecordedRequest,
  prefix = ''
): Promise<{ readonly described: DescribedRequest; readonly files: readonly SentFile[] }> {
  const fields: Record<string, string | DescribedFile> = {}
  const files: SentFile[] = []
  for (const field of request.fields) {
    if ('text' in field) {
      fields[field.name] = field.text
      continue
    }
    const bytes = Buffer.from(field.base64, 'base64')
    const { width, height, format } = await sharp(bytes).metadata()
    const extension = format === 'jpeg' ? 'jpg' : format
    const savedAs = `${prefix}${field.name === 'mask_file' ? 'mask' : 'upload'}.${extension}`
    fields[field.name] = { mime: field.mime, bytes: bytes.length, width, height, savedAs }
    files.push({ name: savedAs, bytes })
  }
  const { method, url, headerNames } = request
  return { described: { method, url, headers: headerNames, fields }, files }
}
