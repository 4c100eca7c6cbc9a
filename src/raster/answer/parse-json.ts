import { longTextsIn, type LongText } from './long-texts-in'

/** A longer string of JSON than this, in bytes, comes as a blob. */
export const longestText = 65_536

/**
 * Parses JSON in UTF-8; undefined, which no JSON is, where it is none. In the place of each string value that is longer than
 * `longestText` there is a blob of it in UTF-8, the same blob for the same text. Where it has no escapes, that is a part of
 * the file itself: base64 of many megabytes is neither decoded nor copied.
 */
export async function parseJson(json: Blob): Promise<unknown> {
  const bytes = new Uint8Array(await json.arrayBuffer())
  try {
    const texts = longTextsIn(bytes, longestText)
    const blobs: Blob[] = []
    for (const text of texts) {
      const same = texts.slice(0, blobs.length).findIndex((other) => isSame(bytes, text, other))
      blobs.push(blobs[same] ?? blobOfText(json, bytes, text))
    }
    const mark = unusedMark(JSON.parse(withoutTexts(bytes, texts, () => '')))
    return withBlobs(JSON.parse(withoutTexts(bytes, texts, (index) => `${mark}${index}`)), mark, blobs)
  } catch {
    return undefined
  }
}

/** What no string of the value begins with: JSON writes its characters as they are. */
function unusedMark(value: unknown): string {
  const json = JSON.stringify(value)
  let number = 0
  while (json.includes(`long text ${number}:`)) {
    number++
  }
  return `long text ${number}:`
}

/** The JSON with another text in the place of each of the long ones. */
function withoutTexts(
  bytes: Uint8Array,
  texts: readonly LongText[],
  instead: (index: number) => string
): string {
  const ends = [0, ...texts.map(({ end }) => end + 1)]
  const parts = ends.map((from, index) => {
    const text = texts[index]
    const before = decodeText(bytes.subarray(from, text === undefined ? bytes.length : text.start - 1))
    return text === undefined ? before : before + JSON.stringify(instead(index))
  })
  return parts.join('')
}

function withBlobs(value: unknown, mark: string, blobs: readonly Blob[]): unknown {
  if (typeof value === 'string') {
    return value.startsWith(mark) ? blobs[Number(value.slice(mark.length))] : value
  }
  if (Array.isArray(value)) {
    return value.map((element) => withBlobs(element, mark, blobs))
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([name, element]) => [name, withBlobs(element, mark, blobs)])
    )
  }
  return value
}

function blobOfText(json: Blob, bytes: Uint8Array, { start, end }: LongText): Blob {
  const hasEscapes = bytes.subarray(start, end).includes(0x5c)
  return hasEscapes
    ? new Blob([String(JSON.parse(decodeText(bytes.subarray(start - 1, end + 1))))])
    : json.slice(start, end)
}

function isSame(bytes: Uint8Array, one: LongText, other: LongText): boolean {
  if (one.end - one.start !== other.end - other.start) {
    return false
  }
  const from = other.start - one.start
  for (let at = one.start; at < one.end; at++) {
    if (bytes[at] !== bytes[at + from]) {
      return false
    }
  }
  return true
}

function decodeText(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}
