/** What there is to see of a message between a window and its main thread. */
export interface WireParts {
  readonly type: unknown
  readonly name: unknown
  /** Of a call, and of the answer to it. */
  readonly id: string
  readonly params: unknown
}

export function readWire(message: unknown): WireParts {
  const { type, name, id, params } = message as Readonly<Record<string, unknown>>
  return { type, name, id: String(id), params }
}

/** The message in a line, bytes as their number. */
export function describeMessage(message: unknown): string {
  const text = JSON.stringify(message, (_name, value: unknown) =>
    value instanceof Uint8Array ? value.length : value
  )
  return text.slice(0, 300)
}
