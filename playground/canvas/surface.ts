import { intersectBox, transformedBox } from '../document/geometry'

export type Context2D = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

/** Something to draw on: a canvas, and how the page's px become its pixels. */
export interface Surface {
  readonly context: Context2D
  readonly pageToPixels: Transform
  readonly width: number
  readonly height: number
}

/** A transparent surface that covers a whole-pixel part of another, for what has to be put together apart. */
export interface Layer extends Surface {
  readonly canvas: OffscreenCanvas
  /** Where its top left pixel lies on the surface beneath. */
  readonly x: number
  readonly y: number
}

/** A canvas that is drawn in software, so that the same drawing gives the same pixels everywhere. */
export function createCanvas(
  width: number,
  height: number
): { canvas: OffscreenCanvas; context: OffscreenCanvasRenderingContext2D } {
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d', { willReadFrequently: true, colorSpace: 'srgb' })
  if (context === null) {
    throw new Error('this browser has no canvas to draw on')
  }
  return { canvas, context }
}

/** Sets the context's transform to a matrix of the document's form. */
export function applyTransform(context: Context2D, [[a, c, e], [b, d, f]]: Transform): void {
  context.setTransform(a, b, c, d, e, f)
}

export function domMatrix([[a, c, e], [b, d, f]]: Transform): DOMMatrix {
  return new DOMMatrix([a, b, c, d, e, f])
}

/** How many pixels a px of `transform`'s space is long, on average of its directions. */
export function scaleOf([[a, c], [b, d]]: Transform): number {
  return Math.sqrt(Math.abs(a * d - b * c))
}

/**
 * A layer over what of `pageBox` lies on the surface, or within `reach` pixels of it (what is blurred or shifted comes
 * into sight from there). Null where that is nothing.
 */
export function openLayer(surface: Surface, pageBox: Rect, reach = 0): Layer | null {
  const box = transformedBox(surface.pageToPixels, pageBox)
  const around = {
    x: -reach,
    y: -reach,
    width: surface.width + 2 * reach,
    height: surface.height + 2 * reach
  }
  // One pixel more on each side, for what antialiasing spreads.
  const seen = intersectBox(
    { x: box.x - 1, y: box.y - 1, width: box.width + 2, height: box.height + 2 },
    around
  )
  if (seen === null || seen.width <= 0 || seen.height <= 0) {
    return null
  }
  const x = Math.floor(seen.x)
  const y = Math.floor(seen.y)
  return layerAt(surface, x, y, Math.ceil(seen.x + seen.width) - x, Math.ceil(seen.y + seen.height) - y)
}

/** A layer over the same pixels as another. */
export function layerLike(layer: Layer): Layer {
  return { ...layer, ...createCanvas(layer.width, layer.height) }
}

function layerAt(surface: Surface, x: number, y: number, width: number, height: number): Layer {
  const [[a, c, e], [b, d, f]] = surface.pageToPixels
  const pageToPixels: Transform = [
    [a, c, e - x],
    [b, d, f - y]
  ]
  return { ...createCanvas(width, height), pageToPixels, width, height, x, y }
}

/** How a layer is put onto what is beneath it. */
export interface Composition {
  readonly opacity?: number
  readonly operation?: GlobalCompositeOperation
  /** Standard deviation of a Gaussian blur, pixels. */
  readonly blur?: number
  /** Pixels that the layer is moved by. */
  readonly shift?: Vector
}

/** Puts a layer onto the surface that it was opened over, pixel on pixel. */
export function compose(surface: Surface, layer: Layer, composition: Composition = {}): void {
  const { context } = surface
  const { opacity = 1, operation = 'source-over', blur = 0, shift = { x: 0, y: 0 } } = composition
  context.save()
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.globalAlpha = opacity
  context.globalCompositeOperation = operation
  context.imageSmoothingEnabled = shift.x % 1 !== 0 || shift.y % 1 !== 0
  if (blur > 0) {
    context.filter = `blur(${blur}px)`
  }
  context.drawImage(layer.canvas, layer.x + shift.x, layer.y + shift.y)
  context.restore()
}

/** Combines a layer with another over the same pixels. */
export function combine(layer: Layer, other: Layer, composition: Composition): void {
  compose(layer, { ...other, x: 0, y: 0 }, composition)
}

/** Fills a whole layer with a colour, as `operation` says. */
export function flood(layer: Layer, color: string, operation: GlobalCompositeOperation): void {
  const { context } = layer
  context.save()
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.globalCompositeOperation = operation
  context.fillStyle = color
  context.fillRect(0, 0, layer.width, layer.height)
  context.restore()
}
