import { hasAlphaChannel } from '../core/png/alpha-channel'
import { isImagePaint, visiblePaints } from './visible-paints'

/**
 * Tells whether a layer may be see-through somewhere within its box: by what kind it is, and whether the images in it can
 * hold transparency at all. Whether they do is seen when they are exported.
 */
export async function mayBeSeeThrough(node: SceneNode): Promise<boolean> {
  if (
    node.type !== 'RECTANGLE' &&
    node.type !== 'FRAME' &&
    node.type !== 'COMPONENT' &&
    node.type !== 'INSTANCE'
  ) {
    return true
  }
  const paints = visiblePaints(node.fills)
  if (paints.some((paint) => paint.type === 'SOLID' && (paint.opacity ?? 1) === 1)) {
    return false
  }
  const images = paints.filter(isImagePaint)
  if (images.some(({ scaleMode }) => scaleMode === 'FIT')) {
    return true
  }
  const stored = await Promise.all(images.map(({ imageHash }) => bytesOf(imageHash)))
  return stored.every((bytes) => bytes === null || hasAlphaChannel(bytes))
}

async function bytesOf(hash: string | null): Promise<Uint8Array | null> {
  try {
    return (await (hash === null ? null : figma.getImageByHash(hash))?.getBytesAsync()) ?? null
  } catch {
    // An image that cannot be read may be anything.
    return null
  }
}
