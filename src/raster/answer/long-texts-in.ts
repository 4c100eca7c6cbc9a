/** A string of JSON, from the byte after its opening quote to its closing one. */
export interface LongText {
  readonly start: number
  readonly end: number
}

const quote = 0x22
const backslash = 0x5c

/** Finds the strings of JSON in UTF-8 that have more than `longest` bytes. What is no JSON comes to some of them or none. */
export function longTextsIn(json: Uint8Array, longest: number): readonly LongText[] {
  const texts: LongText[] = []
  for (let open = json.indexOf(quote); open !== -1;) {
    const start = open + 1
    const end = endOf(json, start)
    if (end === -1) {
      break
    }
    if (end - start > longest) {
      texts.push({ start, end })
    }
    open = json.indexOf(quote, end + 1)
  }
  return texts
}

/** Finds the closing quote of the string that begins at `start`; -1 where there is none. */
function endOf(json: Uint8Array, start: number): number {
  let end = json.indexOf(quote, start)
  while (end !== -1 && isEscaped(json, start, end)) {
    end = json.indexOf(quote, end + 1)
  }
  return end
}

/** Tells whether an odd number of backslashes is before `at`. */
function isEscaped(json: Uint8Array, start: number, at: number): boolean {
  let first = at
  while (first > start && json[first - 1] === backslash) {
    first--
  }
  return (at - first) % 2 === 1
}
