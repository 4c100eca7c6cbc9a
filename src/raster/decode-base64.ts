/**
 * Decodes base64, also with line breaks, without padding, or in its URL spelling. Null when it is none. `atob` is what
 * browsers have had throughout; a `data:` address to fetch would need leave from the content security policy.
 */
export function decodeBase64(text: string): Uint8Array | null {
  const standard = text.replace(/-/g, '+').replace(/_/g, '/')
  try {
    const binary = atob(standard)
    const bytes = new Uint8Array(binary.length)
    for (let at = 0; at < binary.length; at++) {
      bytes[at] = binary.charCodeAt(at)
    }
    return bytes
  } catch {
    return null
  }
}
