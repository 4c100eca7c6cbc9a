import { sha1 } from '../document/sha1'
import { readImageSize } from './image-header'
import { PluginError } from './plugin-error'

/** "Each dimension must be at most 4096 px" (Figma's plugin docs, working with images). */
const longestImageSide = 4096

/** Adds an image file to the document's images and gives its hash, or throws what `figma.createImage` says. */
export function createImage(images: Map<string, Uint8Array>, bytes: Uint8Array): string {
  const size = readImageSize(bytes)
  if (size === null) throw new PluginError('Image type is unsupported')
  if (size.width > longestImageSide || size.height > longestImageSide)
    throw new PluginError('Image is too large')
  if (size.width < 1 || size.height < 1) throw new PluginError('Image is too small')
  const hash = sha1(bytes)
  images.set(hash, bytes)
  return hash
}
