import { type Context2D, drawNode } from '../../canvas/draw'
import { absoluteBoundingBox, absoluteRenderBounds, multiply, translation } from '../../document/geometry'
import type { DocumentNode } from '../../document/node'
import type { OpenDocument } from '../open-document'

/** Figma's page colour when a page has none of its own: #F5F5F5. */
const defaultPageColor = 'rgb(245, 245, 245)'

/** The page's own colour as CSS. */
function pageColor(page: DocumentNode): string {
  const paint = page.fills.filter((each) => each.type === 'SOLID' && each.visible !== false).at(-1)
  if (paint?.type !== 'SOLID') return defaultPageColor
  const { r, g, b } = paint.color
  const channel = (value: number): number => Math.round(value * 255)
  return `rgba(${channel(r)}, ${channel(g)}, ${channel(b)}, ${paint.opacity ?? 1})`
}

/** Draws the current page on its colour. */
export function drawPage(context: Context2D, open: OpenDocument, pageToPixels: Transform): void {
  const { document, images } = open
  context.fillStyle = pageColor(document.currentPage)
  context.fillRect(0, 0, context.canvas.width, context.canvas.height)
  drawNode(context, document, document.currentPage, images, pageToPixels)
}

function canvasFor(
  area: Rect,
  scale: number
): { context: OffscreenCanvasRenderingContext2D; canvas: OffscreenCanvas } {
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(area.width * scale)),
    Math.max(1, Math.round(area.height * scale))
  )
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('the browser gives no 2D context')
  return { context, canvas }
}

async function pngOf(canvas: OffscreenCanvas): Promise<Uint8Array> {
  const blob = await canvas.convertToBlob({ type: 'image/png' })
  return new Uint8Array(await blob.arrayBuffer())
}

function pixelTransform(area: Rect, scale: number): Transform {
  return multiply(
    [
      [scale, 0, 0],
      [0, scale, 0]
    ],
    translation(-area.x, -area.y)
  )
}

/** A rectangle of the current page as the editor shows it, as a PNG file. */
export async function renderArea(open: OpenDocument, area: Rect, scale: number): Promise<Uint8Array> {
  await open.images.load(open.document)
  const { context, canvas } = canvasFor(area, scale)
  drawPage(context, open, pixelTransform(area, scale))
  return pngOf(canvas)
}

/** One node alone on nothing: its own box, or its visible bounds with a padding around (px), as a PNG file. */
export async function renderAlone(
  open: OpenDocument,
  node: DocumentNode,
  options: { readonly scale?: number; readonly padding?: number }
): Promise<Uint8Array> {
  await open.images.load(open.document)
  const { scale = 1, padding } = options
  const box = absoluteBoundingBox(node)
  const bounds = padding === undefined ? box : (absoluteRenderBounds(node) ?? box)
  const around = padding ?? 0
  const area = {
    x: bounds.x - around,
    y: bounds.y - around,
    width: bounds.width + 2 * around,
    height: bounds.height + 2 * around
  }
  const { context, canvas } = canvasFor(area, scale)
  drawNode(context, open.document, node, open.images, pixelTransform(area, scale))
  return pngOf(canvas)
}
