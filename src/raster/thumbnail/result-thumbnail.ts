import { makeCanvas } from '../canvas/canvas'
import { encodePng } from '../canvas/encode'
import type { ReadableCanvas } from '../canvas/readable-canvas'

/** Long side of a variation's thumbnail, px: twice its size in the window, for sharp screens. */
const longSide = 256

/**
 * Draws a thumbnail of a result, PNG; `retouch` completes it if the image is not complete yet. Null if that fails: the window
 * works without.
 */
export async function resultThumbnail(
  image: OffscreenCanvas | ImageBitmap,
  retouch: ((thumbnail: ReadableCanvas) => void) | null = null
): Promise<Uint8Array | null> {
  const scale = Math.min(1, longSide / Math.max(image.width, image.height))
  try {
    const { canvas, context } = makeCanvas({
      width: Math.max(1, Math.round(image.width * scale)),
      height: Math.max(1, Math.round(image.height * scale))
    })
    context.imageSmoothingQuality = 'high'
    context.drawImage(image, 0, 0, canvas.width, canvas.height)
    retouch?.({ canvas, context })
    return await encodePng(canvas)
  } catch {
    return null
  }
}
