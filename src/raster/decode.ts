/** Decodes a PNG, JPEG, GIF or WebP in sRGB. Rejects where the browser cannot read it. */
export async function decode(bytes: Uint8Array): Promise<ImageBitmap> {
  return createImageBitmap(new Blob([new Uint8Array(bytes)]))
}
