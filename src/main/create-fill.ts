import type { DocumentFailure } from '../core/document-failure'
import { fail, succeed, type Outcome } from '../core/outcome'
import { documentError } from './document-error'

/** Makes a paint of an image's bytes. Creating the image changes nothing in the document. */
export function createFill(image: Uint8Array): Outcome<ImagePaint, DocumentFailure> {
  try {
    const { hash } = figma.createImage(image)
    return succeed({ type: 'IMAGE', scaleMode: 'FILL', imageHash: hash })
  } catch (error) {
    return fail({ kind: 'image-refused', detail: documentError(error) })
  }
}
