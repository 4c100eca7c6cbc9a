import type { DocumentNode } from '../document/node'
import { baselineOf, breakLines, lineHeightOf, type TextStyle, type TextWidth } from '../document/text-lines'
import { type Context2D, createCanvas } from './surface'

/** The size that text is measured at, px; its widths at other sizes are in proportion. */
const measuredSize = 100

/** Measured lines that are remembered; more than an editor shows at once. */
const mostKnown = 10_000

/**
 * Makes a measure for text with the fonts that are loaded in this page. A document in the browser is given one as its
 * `textWidth`, once the fonts are there.
 */
export function createTextWidth(): TextWidth {
  const { context } = createCanvas(1, 1)
  const known = new Map<string, number>()
  return (line, style) => {
    const measured = { ...style, fontSize: measuredSize, letterSpacingPx: 0 }
    const key = `${fontOf(measured)} ${line}`
    let width = known.get(key)
    if (width === undefined) {
      applyFont(context, measured)
      width = context.measureText(line).width
      if (known.size >= mostKnown) {
        known.clear()
      }
      known.set(key, width)
    }
    return (width / measuredSize) * style.fontSize + Array.from(line).length * style.letterSpacingPx
  }
}

/** Draws a text's lines in its own space with the context's fill or stroke style. */
export function drawText(
  context: Context2D,
  node: DocumentNode,
  textWidth: TextWidth,
  how: 'fill' | 'stroke'
): void {
  const lines = shownLines(node, textWidth)
  const lineHeight = lineHeightOf(node)
  const spare = node.height - lines.length * lineHeight
  const share = node.textAlignVertical === 'BOTTOM' ? 1 : node.textAlignVertical === 'CENTER' ? 0.5 : 0
  applyFont(context, node)
  lines.forEach((line, index) => {
    const text = line.trimEnd()
    const x = startOf(node, textWidth(text, node))
    const y = spare * share + index * lineHeight + baselineOf(node)
    if (how === 'fill') {
      context.fillText(text, x, y)
    } else {
      context.lineWidth = node.strokeWeight * (node.strokeAlign === 'CENTER' ? 1 : 2)
      context.lineJoin = 'round'
      context.strokeText(text, x, y)
    }
  })
}

function startOf(node: DocumentNode, width: number): number {
  switch (node.textAlignHorizontal) {
    case 'CENTER':
      return (node.width - width) / 2
    case 'RIGHT':
      return node.width - width
    default:
      return 0
  }
}

/** The lines of a text; one that is truncated ends in an ellipsis where its box ends. */
function shownLines(node: DocumentNode, textWidth: TextWidth): readonly string[] {
  const lines = breakLines(node, textWidth)
  const room = Math.max(1, Math.floor(node.height / lineHeightOf(node) + 0.01))
  if (node.textAutoResize !== 'TRUNCATE' || lines.length <= room) {
    return lines
  }
  let last = (lines[room - 1] ?? '').trimEnd()
  while (last !== '' && textWidth(`${last}…`, node) > node.width) {
    last = last.slice(0, -1).trimEnd()
  }
  return [...lines.slice(0, room - 1), `${last}…`]
}

function fontOf(style: TextStyle): string {
  const family = style.fontFamily.replace(/["\\]/g, '')
  return `${style.fontWeight} ${style.fontSize}px "${family}", Inter, sans-serif`
}

/** Glyphs are placed by their own widths, unhinted, so that a line is equally wide at every zoom. */
function applyFont(context: Context2D, style: TextStyle): void {
  context.font = fontOf(style)
  context.letterSpacing = `${style.letterSpacingPx}px`
  context.fontKerning = 'normal'
  context.textRendering = 'geometricPrecision'
  context.textAlign = 'left'
  context.textBaseline = 'alphabetic'
}
