/** Decodes a PNG, JPEG, GIF or WebP in sRGB. Rejects where the browser cannot read it. */
export async function decode({ buffer, byteOffset, length }: Uint8Array): Promise<ImageBitmap> {
  const own = buffer instanceof ArrayBuffer ? buffer : new Uint8Array(buffer).slice().buffer
  return createImageBitmap(new Blob([new Uint8Array(own, byteOffset, length)]))
}
