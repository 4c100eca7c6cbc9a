import type { Row } from '../../playground/testing/gallery'

/**
 * The rows that `npm run test:all` takes end to end: one of each way in which pixels matter, which the document alone does not
 * tell. `npm run test:layers` takes all of them, which is minutes.
 */
const oneOfEachWay: readonly string[] = [
  // What is sent: its own paints, all that is seen, several pictures, letters, a part of an image.
  'Frame with an image fill and layers (banner), background only',
  'Frame with an image fill and layers (banner), everything',
  'Frame with text and image layers, no image of its own',
  'Text',
  'Image fill: crop',
  // What comes above and around the new image.
  'Gradient above the image',
  'Clipped by a frame',
  // How it lies: on whole pixels in a canvas, turned, leaning, in auto layout, on another page.
  'Ellipse, one side only',
  'Rotated in a rotated frame',
  'Skewed by a parent',
  'In a group in auto layout',
  'In a frame on a page that is left meanwhile',
  // What is said instead.
  'Layer cut by a mask'
]

/** The rows that are tested: all where `LAYER_ROWS` is `all`, else one of each way. */
export function rowsToTest(rows: readonly Row[]): readonly (readonly [string, Row])[] {
  const chosen =
    process.env['LAYER_ROWS'] === 'all' ? rows : rows.filter(({ name }) => oneOfEachWay.includes(name))
  return chosen.map((row) => [row.name, row] as const)
}
