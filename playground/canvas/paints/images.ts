import type { PlaygroundDocument } from '../../document/document'
import { createCanvas } from '../surface'
import { drawFiltered, filterKey, hasFilters } from './image-filters'

type Picture = ImageBitmap | OffscreenCanvas

/** Pixels around a rimmed picture: enough for one that is drawn at a thirtieth of its size. */
export const rimWidth = 32

/** The document's images, decoded: the file's own pixel values, taken as sRGB. */
export class DecodedImages {
  private readonly bitmaps = new Map<string, ImageBitmap>()
  private readonly variants = new Map<string, OffscreenCanvas>()

  /** Decodes every image of the document that is not decoded yet; what is no image is left out. */
  async load(document: PlaygroundDocument): Promise<void> {
    const waiting = [...document.images].filter(([hash]) => !this.bitmaps.has(hash))
    await Promise.all(
      waiting.map(async ([hash, bytes]) => {
        const blob = new Blob([new Uint8Array(bytes)])
        const bitmap = await createImageBitmap(blob, { colorSpaceConversion: 'none' }).catch(() => null)
        if (bitmap !== null) {
          this.bitmaps.set(hash, bitmap)
        }
      })
    )
  }

  /** The picture, or null where it is not loaded. */
  get(hash: string): ImageBitmap | null {
    return this.bitmaps.get(hash) ?? null
  }

  /** The picture with a paint's filters. */
  filtered(hash: string, filters: ImageFilters | undefined): Picture | null {
    const bitmap = this.get(hash)
    if (bitmap === null || !hasFilters(filters)) {
      return bitmap
    }
    return this.variant(`${hash} ${filterKey(filters)}`, bitmap.width, bitmap.height, (context) => {
      drawFiltered(context, bitmap, filters)
    })
  }

  /**
   * The picture with its outermost pixels repeated `rimWidth` times on every side, so that at its edge it is not mixed
   * with the transparency around it when it is drawn at another size.
   */
  rimmed(hash: string, filters: ImageFilters | undefined): OffscreenCanvas | null {
    const picture = this.filtered(hash, filters)
    if (picture === null) {
      return null
    }
    const { width, height } = picture
    const key = `${hash} ${filterKey(filters)} rim`
    return this.variant(key, width + 2 * rimWidth, height + 2 * rimWidth, (context) => {
      context.imageSmoothingEnabled = false
      for (const [x, fromWidth, toX, toWidth] of strips(width)) {
        for (const [y, fromHeight, toY, toHeight] of strips(height)) {
          context.drawImage(picture, x, y, fromWidth, fromHeight, toX, toY, toWidth, toHeight)
        }
      }
    })
  }

  private variant(
    key: string,
    width: number,
    height: number,
    draw: (context: OffscreenCanvasRenderingContext2D) => void
  ): OffscreenCanvas {
    const known = this.variants.get(key)
    if (known !== undefined) {
      return known
    }
    const { canvas, context } = createCanvas(width, height)
    draw(context)
    this.variants.set(key, canvas)
    return canvas
  }
}

/** The parts of a side with a rim: start and length in the picture, start and length with the rim. */
function strips(side: number): readonly (readonly [number, number, number, number])[] {
  return [
    [0, 1, 0, rimWidth],
    [0, side, rimWidth, side],
    [side - 1, 1, rimWidth + side, rimWidth]
  ]
}
