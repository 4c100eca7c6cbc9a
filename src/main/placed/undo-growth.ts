import { canGrow } from '../growth/can-grow'
import { shrinkNode } from '../growth/grow-node'
import { isSameSize } from '../nodes/same-geometry'
import { isSameValue } from './is-same-value'
import type { Grown, PaintedLayer } from './session'

/**
 * Gives a layer that has grown for an image its earlier size, and these paints. Gives the function that makes it as
 * large again, and leaves its paints; null, with nothing changed, where the layer is another than growing made it. Throws,
 * with everything as it was, where the platform refuses.
 */
export function undoGrowth(layer: PaintedLayer, paints: readonly Paint[], grown: Grown): (() => void) | null {
  const growAgain = shrink(layer, grown)
  if (growAgain === null) {
    return null
  }
  try {
    layer.fills = paints
  } catch (error) {
    growAgain()
    throw error
  }
  return growAgain
}

/** The paints with the image's hidden, those that were laid anew as they were: the image stays in the document. */
export function paintsHiding(
  fills: readonly Paint[],
  index: number,
  relaid: Grown['relaid']
): readonly Paint[] {
  return paintsBefore(
    fills.map((paint, at) => (at === index ? { ...paint, visible: false } : paint)),
    relaid
  )
}

/** The paints, those that were laid anew for the image as they were. */
export function paintsBefore(paints: readonly Paint[], relaid: Grown['relaid']): readonly Paint[] {
  return paints.map((paint) => relaid.find(({ now }) => isSameValue(now, paint))?.before ?? paint)
}

export function paintsOf({ fills, type }: PaintedLayer): readonly Paint[] {
  if (fills === figma.mixed) {
    throw new Error(`a ${type} has more than one list of fills`)
  }
  return fills
}

function shrink(layer: PaintedLayer, { insets, size, fixed }: Grown): (() => void) | null {
  if (!canGrow(layer) || !isSameSize(layer, size)) {
    return null
  }
  try {
    return shrinkNode(layer, insets, fixed)
  } catch {
    return null
  }
}
