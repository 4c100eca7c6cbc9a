/** A body that is larger than anything sensible. */
export class BodyTooLarge extends Error {}

/**
 * Reads an answer's body piece by piece. Throws `BodyTooLarge` as soon as there are more bytes than `maxBytes`, so that memory
 * stays bounded whatever the answer says of its length.
 */
export async function readBlob(response: Response, maxBytes: number): Promise<Blob> {
  return new Blob(await readPieces(response, maxBytes))
}

/** Reads a body as bytes, as `readBlob` does. */
export async function readBytes(response: Response, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await readBlob(response, maxBytes)).arrayBuffer())
}

async function readPieces({ body }: Response, maxBytes: number): Promise<Uint8Array<ArrayBuffer>[]> {
  const reader = body?.getReader()
  const pieces: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  for (let piece = await reader?.read(); piece?.done === false; piece = await reader?.read()) {
    length += piece.value.length
    if (length > maxBytes) {
      void reader?.cancel().catch(() => undefined)
      throw new BodyTooLarge()
    }
    pieces.push(piece.value)
  }
  return pieces
}
