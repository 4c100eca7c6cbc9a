import type { Outcome, Row } from './rows/row'

const results: Readonly<Record<Outcome, string>> = {
  grows: 'grows',
  behind: 'image behind it',
  obstacle: 'says why not'
}

/** The table of all rows in `docs/layers.md`, in Markdown. */
export function rowTable(rows: readonly Row[]): string {
  const lines = rows.map(({ name, expect, says }) => `| ${name} | ${results[expect]} | ${says} |`)
  return ['| layer | result | what happens |', '| --- | --- | --- |', ...lines].join('\n')
}
