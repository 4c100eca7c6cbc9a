import { afterAll, beforeAll, describe, it } from 'vitest'
import { openGallerySession, type GallerySession } from '../../playground/gallery/gallery-session'
import { rowsOfPlaces } from '../../playground/gallery/rows-of-places'
import { rowsOfLayouts } from '../../playground/gallery/rows-of-layouts'
import { checkRow } from './check-row'
import { rowsToTest } from './rows-to-test'

describe('every place and layout of a layer', () => {
  let session: GallerySession
  beforeAll(async () => {
    session = await openGallerySession()
  })
  afterAll(() => session.close())

  it.each(rowsToTest([...rowsOfPlaces, ...rowsOfLayouts]))('%s', (_name, row) => checkRow(session, row))
})
