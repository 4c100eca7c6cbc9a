/**
 * The floor of pixel work: milliseconds that the browser itself needs to decode a picture, draw it and encode it again, and
 * to have the bytes.
 */
export async function decodeAndEncode(bytes: Uint8Array<ArrayBuffer>, mime: string): Promise<number> {
  const start = performance.now()
  const bitmap = await createImageBitmap(new Blob([bytes]))
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0)
  bitmap.close()
  const blob = await canvas.convertToBlob({ type: mime, quality: 0.95 })
  await blob.arrayBuffer()
  return performance.now() - start
}
