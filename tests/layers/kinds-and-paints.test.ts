import { afterAll, beforeAll, describe, it } from 'vitest'
import {
  type GallerySession,
  openGallerySession,
  rowsOfKinds,
  rowsOfPaints
} from '../../playground/testing/gallery'
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
