import type { Size } from '../../core/geometry/size'
import { exceedsAnyResult } from '../../core/limits'
import { readImageHeader } from '../../core/png/image-header'
import { blobOf } from './blob-of'
import { readHeader } from './read-header'

/**
 * Decodes a PNG, JPEG, GIF or WebP in sRGB. The plugin decodes every image here. Rejects, before taking any memory, if the
 * header is none of these or names a size that no result can have; rejects if the browser cannot read the image or the
 * image is larger than its header says.
 */
export async function decode(file: Uint8Array | Blob): Promise<ImageBitmap> {
  const header = readImageHeader(file instanceof Blob ? await readHeader(file) : file)
  if (header === null) {
    throw new Error('no PNG, JPEG, GIF or WebP')
  }
  if (exceedsAnyResult(header)) {
    throw new Error(`${header.width} × ${header.height} px is more than can be read`)
  }
  const bitmap = await createImageBitmap(file instanceof Blob ? file : blobOf(file))
  if (isWithin(bitmap, header)) {
    return bitmap
  }
  const { width, height } = bitmap
  bitmap.close()
  throw new Error(`${width} × ${height} px in a file that says ${header.width} × ${header.height} px`)
}

/** EXIF orientations 5 to 8 swap the sides (CIPA DC-008, Orientation). */
function isWithin({ width, height }: Size, header: Size): boolean {
  return (
    (width <= header.width && height <= header.height) || (width <= header.height && height <= header.width)
  )
}
