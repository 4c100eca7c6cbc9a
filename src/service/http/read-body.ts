/** A body that is larger than anything sensible. */
export class BodyTooLarge extends Error {}

/** So much goes into a blob at a time: bytes are copied then, and blobs made of blobs are not. */
const blobBytes = 1024 * 1024

/**
 * Reads an answer's body piece by piece. Throws `BodyTooLarge` as soon as there are more bytes than `maxBytes`, so that memory
 * stays bounded whatever the answer says of its length.
 */
export async function readBlob({ body }: Response, maxBytes: number): Promise<Blob> {
  const reader = body?.getReader()
  const blobs: Blob[] = []
  let pieces: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  let lengthInBlobs = 0
  for (let piece = await reader?.read(); piece?.done === false; piece = await reader?.read()) {
    length += piece.value.length
    if (length > maxBytes) {
      void reader?.cancel().catch(() => undefined)
      throw new BodyTooLarge()
    }
    pieces.push(piece.value)
    if (length - lengthInBlobs >= blobBytes) {
      blobs.push(new Blob(pieces))
      pieces = []
      lengthInBlobs = length
    }
  }
  return new Blob([...blobs, ...pieces])
}
