import { afterAll, beforeAll, describe, it } from 'vitest'
import {
  type GallerySession,
  openGallerySession,
  rowsOfLayouts,
  rowsOfPlaces
} from '../../playground/testing/gallery'
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
