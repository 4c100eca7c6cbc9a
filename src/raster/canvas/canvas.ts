import type { Size } from '../../core/geometry/size'

/** Makes an empty canvas in sRGB of a size in pixels: transparent, or black. Throws where the browser has no memory for it. */
export function makeCanvas(
  { width, height }: Size,
  options: { readonly willReadFrequently?: boolean; readonly alpha?: boolean } = {}
): {
  readonly canvas: OffscreenCanvas
  readonly context: OffscreenCanvasRenderingContext2D
} {
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d', { colorSpace: 'srgb', ...options })
  if (context === null) {
    throw new Error(`no canvas of ${width} × ${height} px`)
  }
  return { canvas, context }
}
