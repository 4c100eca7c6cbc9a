import { describe, it } from 'vitest'
import { rows } from '../../playground/testing/gallery'
import { checkRowInDocument } from './check-row-in-document'

describe('every row of the table, in the document', () => {
  it.each(rows.map((row) => [row.name, row] as const))('%s', (_name, row) => checkRowInDocument(row))
})
