/** A body that is larger than anything sensible. */
export class BodyTooLarge extends Error {}

/**
 * Reads an answer's text (UTF-8) piece by piece. Throws `BodyTooLarge` as soon as it has more than `maxBytes`, so that memory
 * stays bounded whatever the answer says of its length.
 */
export async function readText(response: Response, maxBytes: number): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  await readPieces(response, maxBytes, (piece) => {
    text += decoder.decode(piece, { stream: true })
  })
  return text + decoder.decode()
}

/** Reads an answer's bytes, as `readText` does its text. */
export async function readBytes(response: Response, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = []
  const length = await readPieces(response, maxBytes, (piece) => pieces.push(piece))
  const bytes = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}

/** Gives the number of bytes that were read. */
async function readPieces(
  { body }: Response,
  maxBytes: number,
  onPiece: (piece: Uint8Array) => void
): Promise<number> {
  const reader = body?.getReader()
  let length = 0
  for (let piece = await reader?.read(); piece?.done === false; piece = await reader?.read()) {
    length += piece.value.length
    if (length > maxBytes) {
      void reader?.cancel().catch(() => undefined)
      throw new BodyTooLarge()
    }
    onPiece(piece.value)
  }
  return length
}
