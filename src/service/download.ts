import type { ServiceFailure } from '../core/failures'
import { exceedsAnyResult } from '../core/limits'
import { fail, type Outcome, succeed } from '../core/outcome'
import { type ImageHeader, readImageHeader } from '../core/png/image-header'
import { exchange, type Network, type RetryRule } from './http/exchange'
import type { CallOptions, DownloadedImage } from './service-client'
import type { Base64, ResultImage } from './wire/expansion-result'
import { isSuccess } from './wire/failure-of-status'
import { parseUrl } from './wire/parse-url'
import type { Redact } from './wire/redact'

/** The most that is taken for one picture: 4096 × 4096 pixels of 4 bytes, as if nothing were compressed. */
const maxImageBytes = 64 * 1024 * 1024

export interface DownloadSettings {
  readonly network: Network
  /** Milliseconds from asking a result's host until its answer begins. */
  readonly limitMs: number
  readonly retry: RetryRule<unknown>
  /** Where the service itself is. The rate is the service's, so a link to any other place is fetched without a turn. */
  readonly serviceOrigin: string
  readonly redact: Redact
  readonly decodeBase64: DecodeBase64
}

/**
 * Decodes base64, also as a `data:` address, off the window’s thread where that can be: a picture may have 50 MB of it. Null
 * when it is none.
 */
export type DecodeBase64 = (base64: Base64) => Promise<Uint8Array | null>

/** Brings one picture of a result and makes sure that it is one. */
export async function download(
  settings: DownloadSettings,
  image: ResultImage,
  { signal }: CallOptions
): Promise<Outcome<DownloadedImage, ServiceFailure>> {
  if (signal?.aborted === true) {
    return fail({ kind: 'cancelled' })
  }
  if (image.kind === 'url') {
    const fetched = await fetchLink(settings, image, signal)
    return fetched.ok ? recognise(fetched.value, image.taskId) : fetched
  }
  const { base64 } = image
  const length = typeof base64 === 'string' ? base64.length : base64.size
  if (length > (maxImageBytes / 3) * 4) {
    return noImage(image.taskId, 'it is larger than any result could be')
  }
  const bytes = await settings.decodeBase64(base64).catch(() => null)
  return bytes === null
    ? noImage(image.taskId, 'its base64 cannot be decoded')
    : recognise(bytes, image.taskId)
}

/** Fetches a link without the key, and without telling where from. */
async function fetchLink(
  { network, limitMs, retry, serviceOrigin, redact }: DownloadSettings,
  { taskId, url }: Extract<ResultImage, { readonly kind: 'url' }>,
  signal: AbortSignal | undefined
): Promise<Outcome<Uint8Array, ServiceFailure>> {
  const failed = (status: number) =>
    fail({ kind: 'download-failed', taskId, url: redact(url), status } as const)
  const link = parseUrl(url)
  if (link === null) {
    return failed(0)
  }
  const fetched = await exchange(network, {
    url: link.href,
    init: { credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer' },
    limitMs,
    maxBytes: maxImageBytes,
    read: (answer) => Promise.resolve(answer),
    retry,
    paceClass: link.origin === serviceOrigin ? 'poll' : null,
    signal
  })
  switch (fetched.kind) {
    case 'cancelled':
      return fail({ kind: 'cancelled' })
    case 'broken-answer':
      return fetched.why === 'too-large'
        ? noImage(taskId, 'it is larger than any result could be')
        : failed(0)
    case 'no-answer':
      return failed(0)
    case 'answer': {
      const isThere = isSuccess(fetched.status)
      const bytes = isThere ? await fetched.body.arrayBuffer().catch(() => null) : null
      return bytes === null ? failed(isThere ? 0 : fetched.status) : succeed(new Uint8Array(bytes))
    }
  }
}

const mimes = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif'
} as const satisfies Record<ImageHeader['format'], DownloadedImage['mime']>

/** The format is not promised, so the first bytes tell it, and never a name or a Content-Type. */
function recognise(bytes: Uint8Array, taskId: string): Outcome<DownloadedImage, ServiceFailure> {
  const header = readImageHeader(bytes)
  if (header === null) {
    return noImage(taskId, `it is ${describe(bytes)}`)
  }
  const { format, width, height } = header
  if (exceedsAnyResult(header)) {
    return noImage(taskId, `it says that it is ${width} × ${height} pixels`)
  }
  return succeed({ bytes, mime: mimes[format], pixelSize: { width, height } })
}

function noImage(taskId: string, detail: string): { readonly ok: false; readonly failure: ServiceFailure } {
  return fail({ kind: 'no-image', taskId, detail })
}

/** Says what something that is no image looks like, by its first bytes. */
function describe(bytes: Uint8Array): string {
  if (bytes.length === 0) {
    return 'empty'
  }
  const start = new TextDecoder().decode(bytes.subarray(0, 256)).trimStart()
  if (/^<(!doctype html|html|head|body)/i.test(start)) {
    return 'a web page'
  }
  if (/^[<{[]/.test(start)) {
    return 'XML or JSON'
  }
  return /[\u0000-\u0008\u000e-\u001f\ufffd]/.test(start) ? 'no known kind of image' : 'a text'
}
