import type { DocumentFailure } from '../../core/failures'
import type { Size } from '../../core/geometry/size'
import { fail, type Outcome, succeed } from '../../core/outcome'
import { readImageHeader } from '../../core/png/image-header'
import { errorMessage } from '../nodes/error-message'

/** A paint of a new image. */
export type ImageFill = ImagePaint & { readonly imageHash: string }

/** Ratios that differ by less are equal up to the rounding of pixels. */
const roundingShare = 0.02

/**
 * Makes a paint that shows an image over a canvas. Creating the image does not change the document.
 *
 * An image of the canvas's ratio is cropped edge to edge; FILL would cut a fraction of a pixel and move everything by it,
 * which is visible on a long frame. An image of another ratio covers the canvas without stretching.
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

/** CROP with the identity transform shows the whole image. */
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
