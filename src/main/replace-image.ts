import type { Shown } from './find-shown'

/** Shows another image in the paint that shows one: of the paint, nothing else is changed. */
export function replaceImage({ layer, index }: Shown, imageHash: string): void {
  if (layer.fills === figma.mixed) {
    throw new Error(`a ${layer.type} has more than one list of fills`)
  }
  layer.fills = layer.fills.map((paint, at) =>
    at === index && paint.type === 'IMAGE' ? { ...paint, imageHash } : paint
  )
}
