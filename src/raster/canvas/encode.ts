/** Encodes a canvas as lossless PNG. */
export async function encodePng(canvas: OffscreenCanvas): Promise<Uint8Array> {
  return bytesOf(await canvas.convertToBlob({ type: 'image/png' }))
}

/** Encodes a canvas as JPEG; `quality` from 0 to 1 as in `convertToBlob`. */
export async function encodeJpeg(canvas: OffscreenCanvas, quality: number): Promise<Uint8Array> {
  return bytesOf(await canvas.convertToBlob({ type: 'image/jpeg', quality }))
}

async function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await blob.arrayBuffer())
}
