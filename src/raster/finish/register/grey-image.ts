import type { Size } from '../../../core/geometry/size'

/** An image that is read in small boxes. A box lies wholly within the image. */
export interface GreySource extends Size {
  readonly read: (left: number, top: number, size: Size) => GreyImage
}

/** Brightness of an image, 0 to 255, row by row from the top. */
export interface GreyImage extends Size {
  readonly data: Float32Array
}

/** Computes the brightness (luma of ITU-R BT.601) of RGBA pixels; transparent pixels count with the colour that is stored. */
export function greyImage(rgba: Uint8ClampedArray, { width, height }: Size): GreyImage {
  const data = new Float32Array(width * height)
  for (let at = 0, from = 0; at < data.length; at++, from += 4) {
    data[at] = 0.299 * (rgba[from] ?? 0) + 0.587 * (rgba[from + 1] ?? 0) + 0.114 * (rgba[from + 2] ?? 0)
  }
  return { width, height, data }
}

/** Returns a source that reads from an image in memory. */
export function greySource(image: GreyImage): GreySource {
  const { width, height } = image
  return {
    width,
    height,
    read: (left, top, size) => {
      const data = new Float32Array(size.width * size.height)
      for (let y = 0; y < size.height; y++) {
        const from = (top + y) * width + left
        data.set(image.data.subarray(from, from + size.width), y * size.width)
      }
      return { width: size.width, height: size.height, data }
    }
  }
}
