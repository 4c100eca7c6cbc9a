/**
 * The characters from the space to `~` but for `"`, `$`, `<` and `\`: 91, none of which means anything in a string, a
 * script, or the text that another is replaced by. Two of them hold 13 bits (91² = 8,281 of 8,192), where base64 takes 12.
 */
const first = ' '.charCodeAt(0)
const passedOver = ['"', '$', '<', '\\'].map((letter) => letter.charCodeAt(0))
const base = 91
const bitsOfPair = 13

/** Writes bytes as text; the bits that are missing to a multiple of 13 are zero. */
export function denseText(bytes: Uint8Array): string {
  let text = ''
  let bits = 0
  let value = 0
  const pair = (number: number): string => letterOf(Math.floor(number / base)) + letterOf(number % base)
  for (const byte of bytes) {
    value = (value << 8) | byte
    bits += 8
    if (bits >= bitsOfPair) {
      bits -= bitsOfPair
      text += pair(value >> bits)
      value &= (1 << bits) - 1
    }
  }
  return bits === 0 ? text : text + pair(value << (bitsOfPair - bits))
}

/** Reads `length` bytes that `denseText` wrote. */
export function readDenseText(text: string, length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  let at = 0
  let bits = 0
  let value = 0
  for (let i = 0; i < text.length; i += 2) {
    value = (value << bitsOfPair) | (valueOf(text.charCodeAt(i)) * base + valueOf(text.charCodeAt(i + 1)))
    bits += bitsOfPair
    while (bits >= 8) {
      bits -= 8
      bytes[at++] = value >> bits
      value &= (1 << bits) - 1
    }
  }
  return bytes
}

function letterOf(value: number): string {
  return String.fromCharCode(
    passedOver.reduce((code, passed) => (code >= passed ? code + 1 : code), first + value)
  )
}

function valueOf(code: number): number {
  return code - first - passedOver.filter((passed) => code > passed).length
}
