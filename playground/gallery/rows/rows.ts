import type { Row } from './row'
import { rowsOfKinds } from './rows-of-kinds'
import { rowsOfLayouts } from './rows-of-layouts'
import { rowsOfPaints } from './rows-of-paints'
import { rowsOfPlaces } from './rows-of-places'

/** Every kind of layer, its paints and effects, where it is, and the auto layout that it has or is in. */
export const rows: readonly Row[] = [...rowsOfKinds, ...rowsOfPaints, ...rowsOfPlaces, ...rowsOfLayouts]
