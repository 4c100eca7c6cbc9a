import type { Size } from '../core/geometry/size'
import { shownImages } from './kept-runs'

/** Sides of images are whole pixels, and those of frames are not: their shapes may differ by so much. */
const tolerance = 0.01

/**
 * Tells whether a frame shows an image of this plugin that was made for the shape which it has now: one that was made larger
 * since is to be filled anew. The document is read at once.
 */
export async function isFilled(frame: SceneNode): Promise<boolean> {
  const { width, height } = frame
  const sizes = await Promise.all(shownImages(frame).map(sizeOf))
  return sizes.some((size) => size !== null && hasShape(size, { width, height }))
}

/** Null for an image that Figma cannot read. */
async function sizeOf(imageHash: string): Promise<Size | null> {
  try {
    return (await figma.getImageByHash(imageHash)?.getSizeAsync()) ?? null
  } catch {
    return null
  }
}

function hasShape(image: Size, frame: Size): boolean {
  return Math.abs(Math.log((image.width * frame.height) / (image.height * frame.width))) < tolerance
}
