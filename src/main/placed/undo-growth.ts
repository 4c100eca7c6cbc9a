import { canGrow } from '../growth/can-grow'
import { shrinkNode } from '../growth/grow-node'
import { isSameSize } from '../nodes/same-geometry'
import { isSameValue } from './is-same-value'
import type { Grown, PaintedLayer } from './session'

/**
 * Restores the earlier size of a layer that grew for an image, and sets these paints. Returns a function that enlarges the layer
 * again and leaves its paints; returns null and changes nothing if the layer was changed since its growth. Restores
 * everything and throws if the platform refuses.
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

/** Returns the paints with the image hidden and the adapted paints as they were before. */
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

/** Returns the paints with the adapted ones as they were before. */
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
