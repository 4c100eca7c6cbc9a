import type { Params, Reply } from '../../bridge/protocol'
import type { DocumentFailure } from '../../core/failures'
import { identity } from '../../core/geometry/affine'
import { fail, type Outcome, succeed } from '../../core/outcome'
import type { DrawablePaint } from '../../core/plan/drawable-paint'
import { errorMessage } from '../nodes/error-message'
import { upToTopmostImage } from '../nodes/paint-order'
import { visiblePaints } from '../nodes/visible-paints'

/**
 * Reads the paints of a layer up to its topmost image, bottom first, with the images' stored bytes, for a thumbnail of its
 * background. An export would need a temporary layer, and a thumbnail must not change the document. Omits paints other than
 * colors and images.
 */
export async function readPaints({
  nodeId
}: Params<'read-paints'>): Promise<Outcome<Reply<'read-paints'>, DocumentFailure>> {
  const node = await figma.getNodeByIdAsync(nodeId)
  if (node === null || node.removed) {
    return fail({ kind: 'node-gone' })
  }
  if (!('fills' in node) || node.fills === figma.mixed) {
    return fail({ kind: 'node-changed' })
  }
  try {
    const read = visiblePaints(upToTopmostImage(node.fills)).map(readPaint)
    return succeed({ paints: (await Promise.all(read)).filter((paint) => paint !== null) })
  } catch (error) {
    return fail({ kind: 'export-failed', detail: errorMessage(error) })
  }
}

async function readPaint(paint: Paint): Promise<DrawablePaint | null> {
  const opacity = paint.opacity ?? 1
  if (paint.type === 'SOLID') {
    const [red, green, blue] = [paint.color.r, paint.color.g, paint.color.b].map((part) =>
      Math.round(part * 255)
    )
    return { kind: 'colour', css: `rgb(${red ?? 0}, ${green ?? 0}, ${blue ?? 0})`, opacity }
  }
  const image =
    paint.type === 'IMAGE' && paint.imageHash !== null ? figma.getImageByHash(paint.imageHash) : null
  if (paint.type !== 'IMAGE' || image === null) {
    return null
  }
  return {
    kind: 'image',
    bytes: await image.getBytesAsync(),
    opacity,
    scaleMode: paint.scaleMode,
    transform: paint.scaleMode === 'CROP' ? (paint.imageTransform ?? identity) : identity,
    rotation: paint.rotation ?? 0,
    tileScale: paint.scalingFactor ?? 1
  }
}
