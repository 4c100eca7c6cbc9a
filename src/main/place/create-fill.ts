import type { DocumentFailure } from '../../core/failures'
import type { Size } from '../../core/geometry/size'
import { fail, type Outcome, succeed } from '../../core/outcome'
import { readImageHeader } from '../../core/png/image-header'
import { errorMessage } from '../nodes/error-message'

/** A paint that shows an image. */
export type ImageFill = ImagePaint & { readonly imageHash: string }

/** Two shapes that differ by less than this are the same but for the rounding of pixels. */
const roundingShare = 0.02

/**
 * Makes a paint that shows an image over a canvas. Creating the image changes nothing in the document.
 *
 * An image of the canvas's own shape is laid on it edge to edge; FILL would cut the odd fraction of a pixel off and move
 * everything by it, which on a long frame can be seen. An image of another shape is not stretched: it covers the canvas.
 */
export function createFill(image: Uint8Array, canvas: Size): Outcome<ImageFill, DocumentFailure> {
  try {
    const { hash } = figma.createImage(image)
    return succeed(
      isSameShape(image, canvas)
        ? { type: 'IMAGE', scaleMode: 'CROP', imageHash: hash, imageTransform: wholeImage }
        : { type: 'IMAGE', scaleMode: 'FILL', imageHash: hash }
    )
  } catch (error) {
    return fail({ kind: 'image-refused', detail: errorMessage(error) })
  }
}

/** The identity maps the layer's unit square to the image's: the whole image shows. */
const wholeImage: Transform = [
  [1, 0, 0],
  [0, 1, 0]
]

function isSameShape(image: Uint8Array, canvas: Size): boolean {
  const header = readImageHeader(image)
  if (header === null) {
    return false
  }
  const stretch = header.width / header.height / (canvas.width / canvas.height)
  return Math.abs(stretch - 1) < roundingShare
}
