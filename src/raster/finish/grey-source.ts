import type { Size } from '../../core/geometry/size'
import type { GreyPicture } from './grey-picture'

/** A picture of which only small boxes are looked at. The box lies wholly within the picture. */
export interface GreySource extends Size {
  readonly read: (left: number, top: number, size: Size) => GreyPicture
}

/** A source that reads from brightness that is at hand already. */
export function greySource(picture: GreyPicture): GreySource {
  const { width, height } = picture
  return {
    width,
    height,
    read: (left, top, size) => {
      const data = new Float32Array(size.width * size.height)
      for (let y = 0; y < size.height; y++) {
        const from = (top + y) * width + left
        data.set(picture.data.subarray(from, from + size.width), y * size.width)
      }
      return { width: size.width, height: size.height, data }
    }
  }
}
