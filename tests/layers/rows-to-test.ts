import type { Row } from '../../playground/gallery/row'

/** One row of each way in which layers are expanded; `npm run test:layers` takes all of them, which is minutes. */
const oneOfEachWay: readonly string[] = [
  'Frame with an image fill and layers (banner), background only',
  'Frame with an image fill and layers (banner), everything',
  'Frame with text and image layers, no image of its own',
  'Variant in a set with auto layout',
  'Instance',
  'Layer inside an instance that hides nothing',
  'Group',
  'Ellipse, one side only',
  'Text',
  'Layer cut by a mask',
  'Image fill: crop',
  'Image fill that is see-through',
  'Gradient above the image',
  'Fill style',
  'Rotated in a rotated frame',
  'Flipped',
  'Skewed by a parent',
  'Auto layout, horizontal, hug',
  'Auto layout, grid',
  'In grid auto layout',
  'In a group in auto layout',
  'In a frame on a page that is left meanwhile'
]

/** The rows that are tested: all where `LAYER_ROWS` is `all`, else one of each way. */
export function rowsToTest(rows: readonly Row[]): readonly (readonly [string, Row])[] {
  const chosen =
    process.env['LAYER_ROWS'] === 'all' ? rows : rows.filter(({ name }) => oneOfEachWay.includes(name))
  return chosen.map((row) => [row.name, row] as const)
}
