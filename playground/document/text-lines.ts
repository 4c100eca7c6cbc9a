import type { DocumentNode } from './node'

/** What of a text's style changes how wide it is. */
export type TextStyle = Pick<DocumentNode, 'fontFamily' | 'fontWeight' | 'fontSize' | 'letterSpacingPx'>

/** How far a line of text reaches, px. */
export type TextWidth = (line: string, style: TextStyle) => number

/** Inter's own line height over its font size: ascender 1984, descender −494, line gap 0, of 2048 units (hhea). */
const ownLineHeight = (1984 + 494) / 2048
const ascent = 1984 / 2048

/** How wide text of an average Latin face is: for where there is no font to measure with. */
export const estimateTextWidth: TextWidth = (line, style) => {
  const bold = 1 + (style.fontWeight - 400) / 6000
  let width = 0
  for (const character of line) {
    width += characterWidth(character) * style.fontSize * bold + style.letterSpacingPx
  }
  return width
}

function characterWidth(character: string): number {
  if (/[\s.,:;!|'ijlI]/.test(character)) {
    return 0.28
  }
  if (/[mwMW@%]/.test(character)) {
    return 0.87
  }
  if (/[A-Z0-9]/.test(character)) {
    return 0.65
  }
  return /[\u2e80-\uffff]/.test(character) ? 1 : 0.56
}

/** The distance of two baselines, px. */
export function lineHeightOf(node: DocumentNode): number {
  return node.lineHeightPx ?? node.fontSize * ownLineHeight
}

/** From the top of a line to its baseline, px: half of what the line height adds lies above the letters. */
export function baselineOf(node: DocumentNode): number {
  return (lineHeightOf(node) - node.fontSize * ownLineHeight) / 2 + node.fontSize * ascent
}

/**
 * The lines that a text is set in: broken at line ends and, unless its box grows with it, at spaces where the box is
 * full; a word that is wider than the box is broken between characters.
 */
export function breakLines(node: DocumentNode, textWidth: TextWidth): readonly string[] {
  const paragraphs = node.characters.split(/\r\n|[\n\r\u2028\u2029]/)
  if (node.textAutoResize === 'WIDTH_AND_HEIGHT') {
    return paragraphs
  }
  return paragraphs.flatMap((paragraph) => breakParagraph(paragraph, node, textWidth))
}

function breakParagraph(paragraph: string, node: DocumentNode, textWidth: TextWidth): readonly string[] {
  // Sizes are rounded up to whole px, so that a line that was measured once fits the box that it gave.
  const fits = (line: string): boolean => textWidth(line.trimEnd(), node) <= node.width + 0.01
  const lines: string[] = []
  let line = ''
  for (const word of paragraph.match(/\s*\S+\s*?(?=\s|$)|\s+$/g) ?? []) {
    if (fits(line + word)) {
      line += word
      continue
    }
    if (line !== '') {
      lines.push(line)
    }
    line = ''
    for (const character of word.trimStart()) {
      if (line !== '' && !fits(line + character)) {
        lines.push(line)
        line = ''
      }
      line += character
    }
  }
  lines.push(line)
  return lines
}

/** The size that a text gives to its box, whole px as in Figma; a side that it does not give is the node's own. */
export function textSize(node: DocumentNode, textWidth: TextWidth): { width: number; height: number } {
  if (node.textAutoResize === 'NONE' || node.textAutoResize === 'TRUNCATE') {
    return { width: node.width, height: node.height }
  }
  const lines = breakLines(node, textWidth)
  const width = Math.ceil(Math.max(0, ...lines.map((line) => textWidth(line.trimEnd(), node))) - 0.01)
  return {
    width: node.textAutoResize === 'HEIGHT' ? node.width : width,
    height: Math.round(lines.length * lineHeightOf(node))
  }
}
