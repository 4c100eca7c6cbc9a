/** Returns the visible paints, bottom first; none if the paints are mixed. */
export function visiblePaints(paints: readonly Paint[] | PluginAPI['mixed']): readonly Paint[] {
  if (typeof paints === 'symbol') {
    return []
  }
  return paints.filter((paint) => paint.visible !== false && paint.opacity !== 0)
}

export function isImagePaint(paint: Paint): paint is ImagePaint {
  return paint.type === 'IMAGE'
}

/** Tells whether a paint shows this image. */
export function isImageOf(paint: Paint, imageHash: string): boolean {
  return isImagePaint(paint) && paint.imageHash === imageHash
}

/** Tells whether a layer has a pattern fill: such fills cannot be set synchronously (plugin-api.d.ts, `setFillsAsync`). */
export function hasPattern({ fills }: MinimalFillsMixin): boolean {
  return typeof fills !== 'symbol' && fills.some(({ type }) => type === 'PATTERN')
}
