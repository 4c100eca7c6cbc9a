/** What newer browsers have; some twenty times as fast as a loop over the characters of `atob`. */
const native: Uint8ArrayConstructor & { readonly fromBase64?: (text: string) => Uint8Array } = Uint8Array

/**
 * Decodes base64, also with line breaks, without padding, in its URL spelling, or behind the start of a `data:` address: to
 * fetch one would need leave from the content security policy. Null when it is none. A blob holds it as text.
 */
export async function decodeBase64(source: string | Blob): Promise<Uint8Array | null> {
  const text = typeof source === 'string' ? source : await source.text()
  const start = /^\s*data:/i.test(text) ? text.indexOf(',') + 1 : 0
  const standard = text.slice(start).replace(/-/g, '+').replace(/_/g, '/')
  try {
    return native.fromBase64?.(standard) ?? decodeByCharacters(standard)
  } catch {
    return null
  }
}

/** Throws where it is no base64. */
function decodeByCharacters(text: string): Uint8Array {
  const binary = atob(text)
  const bytes = new Uint8Array(binary.length)
  for (let at = 0; at < binary.length; at++) {
    bytes[at] = binary.charCodeAt(at)
  }
  return bytes
}
