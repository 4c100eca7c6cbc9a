import type { IncomingMessage } from 'node:http'
import busboy from 'busboy'
import { type ImageFacts, inspectImage } from './image-check'

/** More than this of one file is not read: far over the service's own limit, so that a test can see how far over. */
const maxReadBytes = 64_000_000

export interface ReceivedFile {
  readonly filename: string
  readonly mimeType: string
  readonly bytes: Uint8Array
  /** Format and pixel size by the bytes themselves; undefined when they are no JPEG or PNG. */
  readonly image: ImageFacts | undefined
}

/** A body as it came: texts untouched. */
export interface ReceivedForm {
  readonly fields: Readonly<Record<string, string>>
  readonly files: Readonly<Record<string, ReceivedFile>>
  /** Names that came more than once. */
  readonly repeated: readonly string[]
  /** Why the body could not be read as multipart/form-data; empty when it could. */
  readonly problem: string
}

interface Parts {
  readonly fields: [string, string][]
  readonly files: { name: string; filename: string; mimeType: string; bytes: Uint8Array }[]
  problem: string
}

function readParts(request: IncomingMessage): Promise<Parts> {
  const parts: Parts = { fields: [], files: [], problem: '' }
  return new Promise((resolve) => {
    const finish = (problem = '') => {
      request.unpipe()
      request.resume()
      resolve({ ...parts, problem })
    }
    try {
      const parser = busboy({ headers: request.headers, limits: { fileSize: maxReadBytes } })
      parser.on('field', (name: string, text: string) => {
        parts.fields.push([name, text])
      })
      parser.on('file', (name, stream, { filename, mimeType }) => {
        const chunks: Uint8Array[] = []
        stream.on('data', (chunk: Uint8Array) => chunks.push(chunk))
        stream.on('end', () => {
          parts.files.push({ name, filename: filename ?? '', mimeType, bytes: Buffer.concat(chunks) })
        })
      })
      parser.on('error', (error: Error) => {
        finish(error.message)
      })
      parser.on('close', () => {
        finish()
      })
      request.on('aborted', () => {
        finish('the connection broke')
      })
      request.pipe(parser)
    } catch (error) {
      finish(error instanceof Error ? error.message : String(error))
    }
  })
}

const noForm: ReceivedForm = { fields: {}, files: {}, repeated: [], problem: '' }

/** Reads a multipart/form-data body (facts: body) with busboy; anything else is a `problem`. */
export async function readForm(request: IncomingMessage): Promise<ReceivedForm> {
  if (request.method !== 'POST') {
    request.resume()
    return noForm
  }
  if (!/^multipart\/form-data\b/i.test(request.headers['content-type'] ?? '')) {
    request.resume()
    return { ...noForm, problem: 'Content-Type must be multipart/form-data' }
  }
  const parts = await readParts(request)
  const files: Record<string, ReceivedFile> = {}
  for (const { name, filename, mimeType, bytes } of parts.files) {
    files[name] = { filename, mimeType, bytes, image: await inspectImage(bytes) }
  }
  const names = [...parts.fields.map(([name]) => name), ...parts.files.map(({ name }) => name)]
  return {
    fields: Object.fromEntries(parts.fields),
    files,
    repeated: names.filter((name, index) => names.indexOf(name) !== index),
    problem: parts.problem
  }
}
