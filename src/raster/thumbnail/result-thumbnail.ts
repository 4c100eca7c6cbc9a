import { makeCanvas } from '../canvas/canvas'
import { encodePng } from '../canvas/encode'

/** Long side of a variant's picture, px: twice its room in the window, for sharp screens. */
const longSide = 256

/** Draws a small picture of a result, PNG; null where it can't be: the window can do without. */
export async function resultThumbnail(picture: OffscreenCanvas | ImageBitmap): Promise<Uint8Array | null> {
  const scale = Math.min(1, longSide / Math.max(picture.width, picture.height))
  try {
    const { canvas, context } = makeCanvas({
      width: Math.max(1, Math.round(picture.width * scale)),
      height: Math.max(1, Math.round(picture.height * scale))
    })
    context.imageSmoothingQuality = 'high'
    context.drawImage(picture, 0, 0, canvas.width, canvas.height)
    return await encodePng(canvas)
  } catch {
    return null
  }
}
