/** Makes a blob of bytes without an intermediate copy: an image may have 40 MB. */
export function blobOf({ buffer, byteOffset, length }: Uint8Array): Blob {
  const own = buffer instanceof ArrayBuffer ? buffer : new Uint8Array(buffer).slice().buffer
  return new Blob([new Uint8Array(own, byteOffset, length)])
}
