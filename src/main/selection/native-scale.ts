import type { Size } from '../../core/geometry/size'
import { isImagePaint, visiblePaints } from '../nodes/visible-paints'

/**
 * Computes the stored pixels for each document unit of a layer's sharpest visible image: of its own paints (`backdrop`) or of
 * its descendants too. Null without a visible image.
 */
export async function nativeScale(
  node: SceneNode,
  content: 'backdrop' | 'everything'
): Promise<number | null> {
  const layers = content === 'backdrop' ? [node] : visibleLayers([node])
  const scales = await Promise.all(
    layers.flatMap((layer) =>
      'fills' in layer
        ? visiblePaints(layer.fills)
            .filter(isImagePaint)
            .map((paint) => paintScale(paint, { width: layer.width, height: layer.height }))
        : []
    )
  )
  const known = scales.filter((scale) => scale !== null)
  return known.length === 0 ? null : Math.max(...known)
}

function visibleLayers(nodes: readonly SceneNode[]): readonly SceneNode[] {
  return nodes
    .filter((node) => node.visible)
    .flatMap((node) => ['children' in node ? visibleLayers(node.children) : [], node].flat())
}

async function paintScale(paint: ImagePaint, box: Size): Promise<number | null> {
  const image = paint.imageHash === null ? null : figma.getImageByHash(paint.imageHash)
  if (image === null) {
    return null
  }
  try {
    return imagePixelsPerUnit(paint, await image.getSizeAsync(), box)
  } catch {
    // An image that Figma cannot read (still loading, or broken) has no known resolution.
    return null
  }
}

/** Computes the scale by the paint's scale mode: plugin-api.d.ts, `ImagePaint`. */
function imagePixelsPerUnit(paint: ImagePaint, stored: Size, box: Size): number {
  const lying = ((paint.rotation ?? 0) / 90) % 2 !== 0
  const across = (lying ? stored.height : stored.width) / box.width
  const down = (lying ? stored.width : stored.height) / box.height
  switch (paint.scaleMode) {
    case 'FILL':
      return Math.min(across, down)
    case 'FIT':
      return Math.max(across, down)
    case 'TILE':
      return 1 / (paint.scalingFactor ?? 1)
    case 'CROP': {
      const [[a, b], [c, d]] = paint.imageTransform ?? [
        [1, 0, 0],
        [0, 1, 0]
      ]
      return Math.max(
        Math.hypot(a * stored.width, c * stored.height) / box.width,
        Math.hypot(b * stored.width, d * stored.height) / box.height
      )
    }
  }
}
