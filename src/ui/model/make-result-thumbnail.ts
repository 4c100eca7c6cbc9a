import { stretchAndMove } from '../../core/affine'
import { readImageHeader } from '../../core/image-header'
import type { Size } from '../../core/size'
import type { ThumbnailPorts } from './thumbnails'

/** Long side of a variant's picture, px: twice its room in the window, for sharp screens. */
const longSide = 256

/** Makes a small picture of an image that is laid over `canvas` (null: by itself), PNG; null where it can't: the window can do without. */
export async function makeResultThumbnail(
  image: Uint8Array,
  canvas: Size | null,
  makeThumbnail: ThumbnailPorts['makeThumbnail']
): Promise<Uint8Array | null> {
  const size = canvas ?? readImageHeader(image)
  if (size === null) {
    return null
  }
  const { width, height } = size
  const scale = longSide / Math.max(width, height)
  const pixelSize = {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale))
  }
  const layer = { kind: 'export', png: image, imagePlace: stretchAndMove(width, height, 0, 0) } as const
  try {
    const made = await makeThumbnail([layer], { width, height }, pixelSize)
    return made.ok ? made.value : null
  } catch {
    return null
  }
}
