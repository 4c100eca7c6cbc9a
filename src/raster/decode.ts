import { blobOf } from './blob-of'

/** Decodes a PNG, JPEG, GIF or WebP in sRGB. Rejects where the browser cannot read it. */
export async function decode(file: Uint8Array | Blob): Promise<ImageBitmap> {
  return createImageBitmap(file instanceof Blob ? file : blobOf(file))
}
