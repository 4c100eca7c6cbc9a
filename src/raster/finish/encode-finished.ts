import { encodeJpeg } from '../canvas/encode'
import type { ReadableCanvas } from '../canvas/readable-canvas'
import { encodeImage } from '../png/encode-png'
import { resultThumbnail } from '../thumbnail/result-thumbnail'
import type { FinishedImage } from './finished-image'
import { type KnownMask, scaledMask } from './original/known-mask'
import { addMembrane, membraneRetouch } from './seam/add-membrane'
import type { Membrane } from './seam/spread-membrane'

/** Encoders lose more below it; the service's own JPEGs are not better. */
const jpegQuality = 0.95

/** The image as a file, and the small picture of it. */
type EncodedFinish = Pick<FinishedImage, 'bytes' | 'mime' | 'thumbnail'>

/**
 * Adds the membrane to what was laid on the canvas and encodes it. For a PNG the pixels pass through a band at a time: they are
 * read once, and the membrane is never written to the canvas.
 */
export async function encodeFinished(
  laid: ReadableCanvas,
  mask: KnownMask,
  membrane: Membrane | null,
  asJpeg: boolean
): Promise<EncodedFinish> {
  if (asJpeg) {
    if (membrane !== null) await addMembrane(laid, mask, membrane)
    const thumbnail = await resultThumbnail(laid.canvas)
    return { bytes: await encodeJpeg(laid.canvas, jpegQuality), mime: 'image/jpeg', thumbnail }
  }
  const thumbnail = await resultThumbnail(laid.canvas, (small) => {
    if (membrane !== null) addToThumbnail(small, mask, membrane)
  })
  const retouch = membrane === null ? null : membraneRetouch(mask, membrane)
  return { bytes: await encodeImage(laid, retouch), mime: 'image/png', thumbnail }
}

function addToThumbnail({ canvas, context }: ReadableCanvas, mask: KnownMask, membrane: Membrane): void {
  const { width, height } = canvas
  const image = context.getImageData(0, 0, width, height)
  membraneRetouch(scaledMask(mask, { width, height }), membrane)(image, 0, 0)
  context.putImageData(image, 0, 0)
}
