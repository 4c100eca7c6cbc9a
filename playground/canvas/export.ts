import type { PlaygroundDocument } from '../document/document'
import { absoluteBoundingBox, drawnBounds } from '../document/geometry'
import type { DocumentNode } from '../document/node'
import { drawNode } from './draw'
import type { DecodedImages } from './paints/images'
import { createCanvas } from './surface'

/** The settings of `exportAsync` for pictures, checked by the API before they come here. */
export interface ExportSettings {
  readonly format: 'PNG' | 'JPG'
  readonly constraint?: ExportSettingsConstraints
  readonly useAbsoluteBounds?: boolean
  readonly contentsOnly?: boolean
  /** The playground's documents are sRGB, and so is every export. */
  readonly colorProfile?: 'DOCUMENT' | 'SRGB' | 'DISPLAY_P3_V4'
}

/** How a fractional size becomes whole pixels. */
export type ExportRounding = 'ceil' | 'round' | 'floor'

/** Pixels a side beyond which there is no canvas in Chromium. */
const longestSide = 16384
/** Pixels in all beyond which there is none. */
const largestArea = 268_435_456
/** Figma's own quality is not documented. */
const jpegQuality = 0.92

/**
 * Draws a node into the bytes of a PNG or JPEG, without other layers (unless `contentsOnly` is false) and without its
 * ancestors' clipping. The picture shows the node's axis-aligned box if `useAbsoluteBounds` is true, else the box of
 * what it draws, strokes and effects included. Rejects where nothing would be seen and where there is no canvas of
 * that size.
 */
export async function exportNode(
  document: PlaygroundDocument,
  node: DocumentNode,
  images: DecodedImages,
  settings: ExportSettings,
  rounding: ExportRounding
): Promise<Uint8Array> {
  const drawn = drawnBounds(node)
  if (drawn === null) {
    throw new Error('Failed to export node. This node may not have any visible layers.')
  }
  const box = settings.useAbsoluteBounds === true ? absoluteBoundingBox(node) : drawn
  const scale = exportScale(box, settings.constraint)
  const width = wholePixels(box.width * scale, rounding)
  const height = wholePixels(box.height * scale, rounding)
  if (!(width <= longestSide && height <= longestSide && width * height <= largestArea)) {
    throw new Error(`Failed to export node. An image of ${width} × ${height} pixels is too large.`)
  }
  await images.load(document)
  const { canvas, context } = createCanvas(width, height)
  if (settings.format === 'JPG') {
    context.fillStyle = '#fff'
    context.fillRect(0, 0, width, height)
  }
  const subject = settings.contentsOnly === false ? pageOf(node) : node
  drawNode(context, document, subject, images, [
    [scale, 0, -box.x * scale],
    [0, scale, -box.y * scale]
  ])
  const blob = await canvas.convertToBlob(
    settings.format === 'PNG' ? { type: 'image/png' } : { type: 'image/jpeg', quality: jpegQuality }
  )
  return new Uint8Array(await blob.arrayBuffer())
}

/** Pixels for each px of the node. */
function exportScale(box: Rect, constraint: ExportSettingsConstraints | undefined): number {
  switch (constraint?.type) {
    case 'WIDTH':
      return constraint.value / box.width
    case 'HEIGHT':
      return constraint.value / box.height
    default:
      return constraint?.value ?? 1
  }
}

/** Sizes that are whole but for the arithmetic's noise stay so, whichever way is rounded. */
function wholePixels(size: number, rounding: ExportRounding): number {
  const nearest = Math.round(size)
  return Math.max(1, Math.abs(size - nearest) < 1e-4 ? nearest : Math[rounding](size))
}

function pageOf(node: DocumentNode): DocumentNode {
  let page = node
  while (page.parent !== null && page.type !== 'PAGE') {
    page = page.parent
  }
  return page
}
