import { describe, expect, test } from 'vitest'
import {
  baselineOf,
  breakLines,
  estimateTextWidth,
  textSize,
  type TextWidth
} from '../../../playground/document/text-lines'
import { documentWith, layer, named, type Sketch } from './build-document'

/** 10 px a character at 20 px. */
const textWidth: TextWidth = (line, style) => (line.length * style.fontSize) / 2

function text(characters: string, width: number, values: Sketch['values'] = {}) {
  return named(
    documentWith(
      layer('TEXT', { name: 'text', characters, width, fontSize: 20, textAutoResize: 'HEIGHT', ...values })
    ),
    'text'
  )
}

describe('lines', () => {
  test.each([
    ['what fits is one line', 'abc def', 70, ['abc def']],
    ['broken at a space', 'abc def', 69, ['abc ', 'def']],
    ['a space at the end of a line needs no room', 'abc def', 30, ['abc ', 'def']],
    ['line ends stay', 'a\n\nb', 100, ['a', '', 'b']],
    ['a word that is too long is broken', 'abcdef', 30, ['abc', 'def']],
    ['nothing is one empty line', '', 30, ['']]
  ])('%s', (_name, characters, width, lines) => {
    expect(breakLines(text(characters, width), textWidth).map((line) => line.trimEnd())).toEqual(
      lines.map((line) => line.trimEnd())
    )
  })

  test('text that is as wide as it needs is broken at line ends only', () => {
    const node = text('abc def\nghi', 10, { textAutoResize: 'WIDTH_AND_HEIGHT' })
    expect(breakLines(node, textWidth)).toEqual(['abc def', 'ghi'])
  })
})

describe('size', () => {
  test.each([
    ['as wide as the longest line, as high as all', 'WIDTH_AND_HEIGHT', 'abcd\nab', [40, 48]],
    ['its own width, as high as its lines', 'HEIGHT', 'abcd efgh', [50, 48]],
    ['its own', 'NONE', 'abcd efgh ijkl', [50, 15]]
  ] as const)('%s (%s)', (_name, textAutoResize, characters, [width, height]) => {
    const node = text(characters, 50, { textAutoResize, lineHeightPx: 24 })
    expect(textSize(node, textWidth)).toEqual({ width, height })
  })

  test('the font’s own line height is Inter’s', () => {
    expect(textSize(text('a', 50, { fontSize: 16 }), textWidth).height).toBe(19)
    expect(textSize(text('a', 50, { fontSize: 12 }), textWidth).height).toBe(15)
  })

  test('half of what a line height adds lies above the letters', () => {
    const own = baselineOf(text('a', 50, { fontSize: 100 }))
    expect(own).toBeCloseTo((100 * 1984) / 2048)
    expect(baselineOf(text('a', 50, { fontSize: 100, lineHeightPx: 141 }))).toBeCloseTo(own + 10, 0)
  })
})

test('the estimate is wider for wide letters, larger sizes and more spacing', () => {
  const style = { fontFamily: 'Inter', fontWeight: 400, fontSize: 10, letterSpacingPx: 0 }
  expect(estimateTextWidth('WWW', style)).toBeGreaterThan(estimateTextWidth('iii', style))
  expect(estimateTextWidth('abc', { ...style, fontSize: 20 })).toBe(2 * estimateTextWidth('abc', style))
  expect(estimateTextWidth('abc', { ...style, letterSpacingPx: 2 })).toBe(estimateTextWidth('abc', style) + 6)
})
