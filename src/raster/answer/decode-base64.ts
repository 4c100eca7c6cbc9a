/** What a byte of the text stands for beside the 64 digits; spaces and what comes before them are blank. */
const blank = -1
const padding = -2
const none = -3

const paddingByte = '='.charCodeAt(0)

/** For each byte: its digit (RFC 4648, 4 and 5), or one of the above, all of which are negative. */
const digits = (() => {
  const values = new Int8Array(256).fill(none).fill(blank, 0, ' '.charCodeAt(0) + 1)
  const set = (characters: string, value: (index: number) => number): void => {
    Array.from(characters).forEach((character, index) => {
      values[character.charCodeAt(0)] = value(index)
    })
  }
  set('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/', (index) => index)
  set('-_', (index) => 62 + index)
  set('=', () => padding)
  return values
})()

/** The start of a `data:` address may be so long. */
const longestStart = 256

/**
 * Decodes base64, also with line breaks, without padding, in its URL spelling, or behind the start of a `data:` address: to
 * fetch one would need leave from the content security policy. Null when it is none. A blob holds it as text; it is read
 * byte by byte, as strings of that length take several times as long.
 */
export async function decodeBase64(source: string | Blob): Promise<Uint8Array | null> {
  const blob = typeof source === 'string' ? new Blob([source]) : source
  const text = new Uint8Array(await blob.arrayBuffer())
  const start = lengthOfStart(new TextDecoder().decode(text.subarray(0, longestStart)))
  const endPaddings = text.at(-1) === paddingByte ? (text.at(-2) === paddingByte ? 2 : 1) : 0
  // Exactly what there is, but for line breaks and where padding lacks.
  const bytes = new Uint8Array(Math.ceil((text.length - start) / 4) * 3 - endPaddings)
  let length = 0
  let held = 0
  let count = 0
  let paddings = 0
  let at = start
  const digit = (index: number): number => digits[text[index] ?? 0] ?? none
  const writeHeld = (): void => {
    const three = held << (6 * (4 - count))
    for (let shift = 16; count > 1; shift -= 8, count--) {
      bytes[length++] = three >> shift
    }
    held = 0
    count = 0
  }
  while (at < text.length) {
    const four =
      count === 0 && paddings === 0 && at + 4 <= text.length
        ? (digit(at) << 18) | (digit(at + 1) << 12) | (digit(at + 2) << 6) | digit(at + 3)
        : none
    if (four >= 0) {
      bytes[length++] = four >> 16
      bytes[length++] = four >> 8
      bytes[length++] = four
      at += 4
      continue
    }
    const next = digit(at++)
    if (next === padding) {
      paddings++
    } else if (next >= 0 && paddings === 0) {
      held = (held << 6) | next
      count++
      if (count === 4) writeHeld()
    } else if (next !== blank) {
      return null
    }
  }
  if (count === 1 || (paddings > 0 && (count === 0 || count + paddings !== 4))) {
    return null
  }
  writeHeld()
  return length === bytes.length ? bytes : bytes.slice(0, length)
}

function lengthOfStart(text: string): number {
  return /^\s*data:/i.test(text) ? text.indexOf(',') + 1 : 0
}
