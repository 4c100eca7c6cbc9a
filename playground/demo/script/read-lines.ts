import { fail, type Outcome, succeed } from '../../../src/core/outcome'

/** One value of a JSON list, with the line of the file that it begins in, from 1. */
export interface ListedValue {
  readonly line: number
  readonly value: unknown
}

/** What is wrong with a file, and in which line, from 1. */
export interface LineProblem {
  readonly line: number
  readonly message: string
}

interface Token {
  readonly text: string
  readonly at: number
}

/** A mark, a text (escapes are checked by `JSON.parse`), or a number or word, after any white space (RFC 8259). */
const tokenPattern = /[ \t\r\n]*(?:([[\]{}:,])|("(?:[^"\\\r\n]|\\.)*")|([-+.\w]+))/y

/** Thrown inside this file only. */
class JsonProblem extends Error {
  constructor(
    readonly at: number,
    message: string
  ) {
    super(message)
  }
}

/** Reads a JSON list, and says in which line each of its values begins. The parser of the platform knows no lines. */
export function readListedValues(text: string): Outcome<readonly ListedValue[], LineProblem> {
  const lineOf = (at: number): number => text.slice(0, at).split('\n').length
  try {
    return succeed(readList(text).map(({ at, value }) => ({ line: lineOf(at), value })))
  } catch (error) {
    if (error instanceof JsonProblem) return fail({ line: lineOf(error.at), message: error.message })
    throw error
  }
}

function readList(text: string): readonly { readonly at: number; readonly value: unknown }[] {
  const tokens = tokensOf(text)
  let next = 0
  const take = (): Token => {
    const token = tokens[next]
    if (token === undefined) throw new JsonProblem(text.trimEnd().length, 'the file ends too early')
    next += 1
    return token
  }
  const expect = (mark: string): void => {
    const { text: found, at } = take()
    if (found !== mark) throw new JsonProblem(at, `“${mark}” is wanted and not ${found}`)
  }
  /** Reads what is between two marks, with commas in between. */
  const readAll = (end: string, read: () => void): void => {
    if (tokens[next]?.text === end) {
      next += 1
      return
    }
    for (;;) {
      read()
      const { text: found, at } = take()
      if (found === end) return
      if (found !== ',') throw new JsonProblem(at, `“,” or “${end}” is wanted and not ${found}`)
    }
  }
  const readValue = (): unknown => {
    const token = take()
    if (token.text === '[') {
      const values: unknown[] = []
      readAll(']', () => values.push(readValue()))
      return values
    }
    if (token.text === '{') {
      const entries: [string, unknown][] = []
      readAll('}', () => {
        const name = take()
        if (!name.text.startsWith('"'))
          throw new JsonProblem(name.at, `a name is wanted and not ${name.text}`)
        expect(':')
        entries.push([String(parsed(name)), readValue()])
      })
      return Object.fromEntries(entries)
    }
    return parsed(token)
  }

  const first = take()
  if (first.text !== '[') throw new JsonProblem(first.at, 'a script is a list of steps: it begins with “[”')
  const values: { at: number; value: unknown }[] = []
  readAll(']', () => {
    values.push({ at: tokens[next]?.at ?? text.length, value: readValue() })
  })
  const rest = tokens[next]
  if (rest !== undefined) throw new JsonProblem(rest.at, `after the list comes ${rest.text}`)
  return values
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  const end = text.trimEnd().length
  tokenPattern.lastIndex = 0
  for (let from = 0; from < end; from = tokenPattern.lastIndex) {
    const match = tokenPattern.exec(text)
    const found = match?.[1] ?? match?.[2] ?? match?.[3]
    if (found === undefined) {
      const at = from + text.slice(from).search(/[^ \t\r\n]/)
      throw new JsonProblem(at, `${text.slice(at).split('\n', 1)[0] ?? ''} is no JSON`)
    }
    tokens.push({ text: found, at: tokenPattern.lastIndex - found.length })
  }
  return tokens
}

/** A text, a number, or one of the words that JSON knows. */
function parsed({ text, at }: Token): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new JsonProblem(at, `${text} is no JSON`)
  }
}
