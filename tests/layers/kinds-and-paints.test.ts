import { afterAll, beforeAll, describe, it } from 'vitest'
import { openGallerySession, type GallerySession } from '../../playground/gallery/gallery-session'
import { rowsOfKinds } from '../../playground/gallery/rows-of-kinds'
import { rowsOfPaints } from '../../playground/gallery/rows-of-paints'
import { checkRow } from './check-row'
import { rowsToTest } from './rows-to-test'

describe('every kind of layer and paint', () => {
  let session: GallerySession
  beforeAll(async () => {
    session = await openGallerySession()
  })
  afterAll(() => session.close())

  it.each(rowsToTest([...rowsOfKinds, ...rowsOfPaints]))('%s', (_name, row) => checkRow(session, row))
})
