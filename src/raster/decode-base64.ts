/** What newer browsers have; some twenty times as fast as a loop over the characters of `atob`. */
const native: Uint8ArrayConstructor & { readonly fromBase64?: (text: string) => Uint8Array } = Uint8Array

/**
 * Decodes base64, also with line breaks, without padding, or in its URL spelling. Null when it is none. A `data:` address to
 * fetch would need leave from the content security policy.
 */
export function decodeBase64(text: string): Uint8Array | null {
  const standard = text.replace(/-/g, '+').replace(/_/g, '/')
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
