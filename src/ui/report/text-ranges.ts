import { type Letter, readingsOf, weightOf } from './letters-of'
import type { Range } from './range'

/** Whoever repeats less of a text than this repeats words of the language. */
const leastPart = 8

/** A text this short is cut out only where it is a word of its own: else hardly a word of a message would be left. */
const shortest = 3

/**
 * Finds where a text repeats one of the others, however it is escaped there, in any case and with any spaces and punctuation
 * between its letters. Also finds its longer parts, if told to look for `parts`, and its beginning where a message was cut.
 */
export function textRanges(
  text: string,
  others: readonly string[],
  wanted: 'parts' | 'whole'
): readonly Range[] {
  const isCut = text.trimEnd().endsWith('…')
  const messages = readingsOf(text).map((message) => ({ message, units: unitsOf(message) }))
  return others.flatMap(readingsOf).flatMap((letters) =>
    messages.flatMap(({ message, units }) => {
      const mayBeThere = wanted === 'parts' || isCut || units.includes(unitsOf(letters))
      return mayBeThere ? rangesOf(message, letters, wanted === 'parts', isCut) : []
    })
  )
}

/** Finds a text by its exact spelling, plain, as in JSON and as in an address: one without letters has no other. */
export function spellingRanges(text: string, wanted: string): readonly Range[] {
  const spellings = [wanted, JSON.stringify(wanted).slice(1, -1), escaped(wanted)].filter(
    (spelling) => spelling !== ''
  )
  return spellings.flatMap((spelling) => {
    const ranges: Range[] = []
    for (let at = text.indexOf(spelling); at >= 0; at = text.indexOf(spelling, at + 1)) {
      ranges.push({ from: at, to: at + spelling.length })
    }
    return ranges
  })
}

/** Half a surrogate pair cannot be escaped, and cannot be part of an address either. */
function escaped(text: string): string {
  try {
    return encodeURIComponent(text)
  } catch {
    return ''
  }
}

function unitsOf(letters: readonly Letter[]): string {
  return letters.map(({ unit }) => unit).join('')
}

function rangesOf(
  message: readonly Letter[],
  text: readonly Letter[],
  mayBePart: boolean,
  isCut: boolean
): readonly Range[] {
  const ranges: Range[] = []
  const isShort = weightOf(text) <= shortest
  /** For each letter of the text, how many up to it are those of the message up to the last one that was looked at. */
  let runs: readonly number[] = []
  for (const [at, letter] of message.entries()) {
    runs = text.map(({ unit }, index) => (unit === letter.unit ? (runs[index - 1] ?? 0) + 1 : 0))
    for (const [index, run] of runs.entries()) {
      const first = message[at - run + 1]
      if (run === 0 || first === undefined) continue
      const isWhole = run === text.length && !(isShort && isInsideWord(message, at - run + 1, at))
      const isPart = mayBePart && weightOf(text.slice(index - run + 1, index + 1)) >= leastPart
      const isBeginning = isCut && at === message.length - 1 && run === index + 1
      if (isWhole || isPart || isBeginning) {
        ranges.push({ from: first.from, to: letter.to })
      }
    }
  }
  return ranges
}

/** Tells whether letters of the same word stand beside these. Scripts without spaces have no words that can be told. */
function isInsideWord(message: readonly Letter[], from: number, to: number): boolean {
  return isOneWord(message[from - 1], message[from]) || isOneWord(message[to], message[to + 1])
}

function isOneWord(left: Letter | undefined, right: Letter | undefined): boolean {
  return (
    left !== undefined &&
    right !== undefined &&
    left.to >= right.from &&
    left.weight === 1 &&
    right.weight === 1
  )
}
