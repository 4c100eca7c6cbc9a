import { decodeBase64 } from '../../../src/raster/answer/decode-base64'

const decoding = {
  /** What a text decodes to, given as it is and as a blob: the bytes as text, or null. */
  both: async (text: string): Promise<readonly (string | null)[]> => {
    const decoded = await Promise.all([decodeBase64(text), decodeBase64(new Blob([text]))])
    return decoded.map((bytes) => bytes?.join() ?? null)
  },

  /** Whether so many bytes come back from base64 with line breaks and without padding. */
  isSame: async (length: number): Promise<boolean> => {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 31 + (at >> 8)) % 256)
    const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
    const text = btoa(binary)
      .replace(/=+$/, '')
      .replace(/(.{76})/g, '$1\r\n')
    const decoded = await decodeBase64(new Blob([`data:image/png;base64,${text}`]))
    return decoded?.length === length && decoded.every((byte, at) => byte === bytes[at])
  },

  hasOwnDecoder: (): boolean => 'fromBase64' in Uint8Array
}

declare global {
  interface Window {
    base64: typeof decoding
  }
}

window.base64 = decoding
