import type { Size } from '../../core/geometry/size'
import { readImageHeader } from '../../core/png/image-header'

/** The size of an image in px; of bytes that are none, the platform says what is wrong when it is created. */
export function imageSize(image: Uint8Array): Size {
  const header = readImageHeader(image)
  return { width: header?.width ?? 1, height: header?.height ?? 1 }
}
