import { blobOf } from './blob-of'

/** Decodes a PNG, JPEG, GIF or WebP in sRGB. Rejects where the browser cannot read it. */
export async function decode(bytes: Uint8Array): Promise<ImageBitmap> {
  return createImageBitmap(blobOf(bytes))
}
