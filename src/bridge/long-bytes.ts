import { instance, integer, literal, maxValue, minValue, number, object, pipe, safeParse } from 'valibot'

/**
 * So many bytes cross the bridge in one message at most. The window's thread does nothing else while it takes one over, so
 * a picture of 30 MB comes in pieces, ahead of the answer that it belongs to.
 */
export const longestPiece = 256 * 1024

/** More than any file that the platform makes of a layer. */
const mostBytes = 1024 ** 3

const index = pipe(number(), integer(), minValue(0))
const length = pipe(index, maxValue(mostBytes))

/** A piece of the bytes that are the `file`th of the answer to the call `id`; `at` of `length` bytes in all. */
export const pieceSchema = object({
  plugin: literal('full-bleed'),
  type: literal('piece'),
  id: number(),
  file: index,
  length,
  at: index,
  bytes: instance(Uint8Array)
})

export interface Piece {
  readonly file: number
  readonly length: number
  readonly at: number
  readonly bytes: Uint8Array
}

/** What stands in an answer where bytes have gone ahead. */
const goneAheadSchema = object({ goneAhead: index })

/** Takes long bytes out of plain data: their pieces go ahead of it, each made when it is asked for. */
export function takeOutLongBytes(value: unknown): {
  readonly remainder: unknown
  readonly pieces: Iterable<Piece>
} {
  const files: Uint8Array[] = []
  const remainder = mapBytes(value, (bytes) => ({ goneAhead: files.push(bytes) - 1 }))
  return { remainder, pieces: piecesOf(files) }
}

function* piecesOf(files: readonly Uint8Array[]): Generator<Piece> {
  for (const [file, bytes] of files.entries()) {
    const { length } = bytes
    for (let at = 0; at < length; at += longestPiece) {
      yield { file, length, at, bytes: bytes.slice(at, at + longestPiece) }
    }
  }
}

/** Gathers the pieces of one answer, in whatever order they come. */
export interface Gathering {
  /** Takes a piece over; one that does not belong to the others is left out. */
  readonly add: (piece: Piece) => void
  /** Puts the bytes back to where they were. */
  readonly putBack: (remainder: unknown) => unknown
}

export function gatherPieces(): Gathering {
  const files = new Map<number, Uint8Array>()
  return {
    add: ({ file, length, at, bytes }) => {
      const whole = files.get(file) ?? new Uint8Array(length)
      files.set(file, whole)
      if (at + bytes.length <= whole.length) {
        whole.set(bytes, at)
      }
    },
    putBack: (remainder) => (files.size === 0 ? remainder : putBack(remainder, files))
  }
}

function putBack(value: unknown, files: ReadonlyMap<number, Uint8Array>): unknown {
  const gone = safeParse(goneAheadSchema, value)
  return gone.success ? files.get(gone.output.goneAhead) : mapParts(value, (part) => putBack(part, files))
}

function mapBytes(value: unknown, replace: (bytes: Uint8Array) => unknown): unknown {
  if (value instanceof Uint8Array) {
    return value.length > longestPiece ? replace(value) : value
  }
  return mapParts(value, (part) => mapBytes(part, replace))
}

/** Data of the same shape, with each of its parts replaced; bytes and plain values have none. */
function mapParts(value: unknown, replace: (part: unknown) => unknown): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) {
    return value
  }
  if (Array.isArray(value)) {
    return value.map(replace)
  }
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, replace(part)]))
}
