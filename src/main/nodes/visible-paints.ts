/** The paints that can be seen, bottom first; none where the paints are mixed. */
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

/** Tells whether a layer has a pattern among its fills: such fills cannot be set at once (plugin-api.d.ts, `setFillsAsync`). */
export function hasPattern({ fills }: MinimalFillsMixin): boolean {
  return typeof fills !== 'symbol' && fills.some(({ type }) => type === 'PATTERN')
}
