import type { Size } from '../../core/geometry/size'
import { readImageHeader } from '../../core/png/image-header'

/** Reads an image's size, px. For bytes that are no image, the platform reports the error when the image is created. */
export function imageSize(image: Uint8Array): Size {
  const header = readImageHeader(image)
  return { width: header?.width ?? 1, height: header?.height ?? 1 }
}
