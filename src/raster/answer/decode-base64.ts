declare global {
  interface Uint8ArrayConstructor {
    /** The platform's decoder: Chrome 140, Safari 18.2 and Firefox 133 or later. */
    readonly fromBase64?: (text: string) => Uint8Array<ArrayBuffer>
  }
}

/** Longest start of a `data:` address, characters. */
const longestStart = 256

/**
 * Decodes base64, also with line breaks, without padding, in its URL spelling (RFC 4648, 5), or behind the start of a `data:`
 * address (the content security policy forbids to fetch one). A blob is read as text. Null if it is not base64.
 */
export async function decodeBase64(source: string | Blob): Promise<Uint8Array | null> {
  const text = typeof source === 'string' ? source : await source.text()
  const base64 = inStandardSpelling(text.slice(lengthOfStart(text.slice(0, longestStart))))
  try {
    return Uint8Array.fromBase64?.(base64) ?? decodeByAtob(base64)
  } catch {
    return null
  }
}

function lengthOfStart(text: string): number {
  return /^\s*data:/i.test(text) ? text.indexOf(',') + 1 : 0
}

/** Replaces what the platform's decoders refuse; a text that needs no change is not copied. */
function inStandardSpelling(text: string): string {
  return text
    .replace(/[\0- ]+/g, '')
    .replaceAll('-', '+')
    .replaceAll('_', '/')
}

function decodeByAtob(base64: string): Uint8Array {
  const binary = atob(base64)
  const bytes = new Uint8Array(binary.length)
  for (let at = 0; at < binary.length; at++) {
    bytes[at] = binary.charCodeAt(at)
  }
  return bytes
}
