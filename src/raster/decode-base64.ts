/** What newer browsers have; some twenty times as fast as a loop over the characters of `atob`. */
const native: Uint8ArrayConstructor & { readonly fromBase64?: (text: string) => Uint8Array } = Uint8Array

/** So many characters are decoded at a time: less memory is touched than for a picture at once. */
const atOnce = 4 * 1024 * 1024

/** The start of a `data:` address may be so long. */
const longestStart = 256

/**
 * Decodes base64, also with line breaks, without padding, in its URL spelling, or behind the start of a `data:` address: to
 * fetch one would need leave from the content security policy. Null when it is none. A blob holds it as text.
 */
export async function decodeBase64(source: string | Blob): Promise<Uint8Array | null> {
  const text = typeof source === 'string' ? new Blob([source]) : source
  const start = lengthOfStart(await text.slice(0, longestStart).text())
  const bytes = new Uint8Array(Math.ceil((text.size - start) / 4) * 3)
  let length = 0
  let rest = ''
  try {
    for (let at = start; at < text.size; at += atOnce) {
      const characters = rest + standard(await readCharacters(text.slice(at, at + atOnce)))
      const isLast = at + atOnce >= text.size
      const whole = isLast ? characters.length : characters.length - (characters.length % 4)
      const decoded = decodeCharacters(characters.slice(0, whole))
      bytes.set(decoded, length)
      length += decoded.length
      rest = characters.slice(whole)
    }
  } catch {
    return null
  }
  return bytes.subarray(0, length)
}

function lengthOfStart(text: string): number {
  return /^\s*data:/i.test(text) ? text.indexOf(',') + 1 : 0
}

/** A character for each byte: what is no base64 is no base64 then, either. */
async function readCharacters(text: Blob): Promise<string> {
  return new TextDecoder('latin1').decode(await text.arrayBuffer())
}

function standard(text: string): string {
  return text.replace(/\s+/g, '').replace(/-/g, '+').replace(/_/g, '/')
}

/** Throws where it is no base64. */
function decodeCharacters(text: string): Uint8Array {
  return native.fromBase64?.(text) ?? decodeByAtob(text)
}

function decodeByAtob(text: string): Uint8Array {
  const binary = atob(text)
  const bytes = new Uint8Array(binary.length)
  for (let at = 0; at < binary.length; at++) {
    bytes[at] = binary.charCodeAt(at)
  }
  return bytes
}
