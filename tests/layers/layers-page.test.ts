import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { rows, rowTable } from '../../playground/testing/gallery'

/** The cells of a Markdown table, line by line, without the line of dashes and however they are aligned. */
function cellsOf(markdown: string): readonly (readonly string[])[] {
  return markdown
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^[|\s:-]+$/.test(line))
    .map((line) =>
      line
        .slice(1, line.lastIndexOf('|'))
        .split('|')
        .map((cell) => cell.trim())
    )
}

describe('docs/layers.md', () => {
  it('has exactly the rows that are tested, with what they say', () => {
    const [, section = ''] = readFileSync('docs/layers.md', 'utf8').split('\n## Every layer\n')
    const [own = ''] = section.split('\n## ')
    expect(cellsOf(own)).toEqual(cellsOf(rowTable(rows)))
  })

  it('names no row twice, and says of each in one sentence what happens', () => {
    expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length)
    for (const { name, says } of rows) {
      expect(says, name).toMatch(/^[A-Z][^.]*(?:\d\.\d[^.]*)*\.$/)
    }
  })

  it('has a sentence of the window for each row that says why not', () => {
    for (const { name, expect: outcome, sentence } of rows) {
      expect(sentence !== undefined, name).toBe(outcome === 'obstacle')
    }
  })
})
