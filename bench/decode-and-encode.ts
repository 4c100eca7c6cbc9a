import type { Size } from '../src/core/geometry/size'

/**
 * The floor of pixel work: milliseconds that the browser itself needs to decode a picture, draw it (at its own size, if no
 * other is said) and encode it again, and to have the bytes.
 */
export async function decodeAndEncode(
  bytes: Uint8Array<ArrayBuffer>,
  mime: string,
  quality: number,
  size?: Size
): Promise<number> {
  const start = performance.now()
  const bitmap = await createImageBitmap(new Blob([bytes]))
  const { width, height } = size ?? bitmap
  const canvas = new OffscreenCanvas(width, height)
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, width, height)
  bitmap.close()
  const blob = await canvas.convertToBlob({ type: mime, quality })
  await blob.arrayBuffer()
  return performance.now() - start
}
