import { type Box, holding, type Layer, layer } from './layer'
import { blue, cream, green, photo, red } from './paint'
import type { Row } from './row'
import { among, picture, usualInsets } from './sample-layers'

type Fields = Readonly<Record<string, unknown>>

const insets = usualInsets
const paddings = { paddingTop: 20, paddingRight: 20, paddingBottom: 20, paddingLeft: 20, itemSpacing: 10 }
const fixed = { primaryAxisSizingMode: 'FIXED', counterAxisSizingMode: 'FIXED' }
const hug = { primaryAxisSizingMode: 'AUTO', counterAxisSizingMode: 'AUTO' }
const horizontal = { layoutMode: 'HORIZONTAL', ...paddings }
const vertical = { layoutMode: 'VERTICAL', ...paddings }
const wrap = { ...horizontal, layoutWrap: 'WRAP', counterAxisSpacing: 10 }
const grid = {
  layoutMode: 'GRID',
  ...paddings,
  gridRowCount: 2,
  gridColumnCount: 2,
  gridRowsSizing: '80px 80px',
  gridColumnsSizing: '120px 120px',
  gridRowGap: 10,
  gridColumnGap: 10
}

/** Small layers at these places, one colour after the other. */
function items(places: readonly Box[], more: readonly Fields[] = []): readonly Layer[] {
  return places.map((place, index) =>
    layer('RECTANGLE', `Item ${index + 1}`, place, {
      fills: [[red, blue, green][index % 3]],
      ...more[index]
    })
  )
}

/** A frame in auto layout that grows itself. */
function growing(
  name: string,
  fields: Fields,
  size: readonly [number, number],
  children: readonly Layer[],
  says: string,
  more: Partial<Row> = {}
): Row {
  const frame = picture(fields, 'FRAME', [100, 100, ...size])
  return { name, layers: among(holding(frame, children)), insets, expect: 'grows', says, ...more }
}

/** A picture that auto layout places, in a frame of that size. */
function placed(
  name: string,
  fields: Fields,
  size: readonly [number, number],
  children: readonly Layer[],
  says: string,
  more: Partial<Row> = {}
): Row {
  const frame = layer('FRAME', 'List', [60, 60, ...size], { fills: [cream], ...fields })
  return { name, layers: [holding(frame, children)], insets, expect: 'behind', says, ...more }
}

const padded = 'The insets go into its padding, so that its layers stay where they are.'
const staysInFlow =
  'It keeps its place in the layout; the new image is directly behind it, placed absolutely.'

const cell = (row: number, column: number): Fields => ({
  gridRowAnchorIndex: row,
  gridColumnAnchorIndex: column
})

/** Auto layout: frames that have it, and layers in such frames. */
export const rowsOfLayouts: readonly Row[] = [
  growing(
    'Auto layout, horizontal, hug',
    { ...horizontal, ...hug },
    [240, 160],
    items([
      [20, 20, 100, 120],
      [130, 20, 90, 100]
    ]),
    `${padded.slice(0, -1)}, and it goes on hugging.`
  ),
  growing(
    'Auto layout, vertical, hug',
    { ...vertical, ...hug },
    [240, 160],
    items([
      [20, 20, 200, 50],
      [20, 80, 120, 60]
    ]),
    `${padded.slice(0, -1)}, and it goes on hugging.`
  ),
  growing(
    'Auto layout, horizontal, fixed, centred',
    { ...horizontal, ...fixed, primaryAxisAlignItems: 'CENTER', counterAxisAlignItems: 'CENTER' },
    [240, 160],
    items([
      [55, 50, 60, 60],
      [125, 50, 60, 60]
    ]),
    padded
  ),
  growing(
    'Auto layout, vertical, fixed, spread, a layer that fills',
    { ...vertical, ...fixed, primaryAxisAlignItems: 'SPACE_BETWEEN' },
    [240, 160],
    items(
      [
        [20, 20, 200, 40],
        [20, 100, 60, 40]
      ],
      [{ layoutAlign: 'STRETCH' }]
    ),
    'The insets go into its padding; what fills it keeps its size.'
  ),
  growing(
    'Auto layout, wrapped',
    { ...wrap, primaryAxisSizingMode: 'FIXED', counterAxisSizingMode: 'AUTO' },
    [240, 160],
    items([
      [20, 20, 60, 50],
      [90, 20, 60, 50],
      [160, 20, 60, 50],
      [20, 80, 60, 60]
    ]),
    'The insets go into its padding, so that its lines break where they did.'
  ),
  growing(
    'Auto layout, grid',
    { ...grid, ...fixed, gridRowsSizing: '55px minmax(0,1fr)', gridColumnsSizing: '95px minmax(0,1fr)' },
    [240, 160],
    items(
      [
        [20, 20, 60, 40],
        [125, 85, 60, 40]
      ],
      [cell(0, 0), cell(1, 1)]
    ),
    'The insets go into its padding, so that its tracks keep their sizes.'
  ),
  growing(
    'Auto layout with a minimum size',
    { ...horizontal, ...fixed, minWidth: 200, minHeight: 120 },
    [240, 160],
    items([
      [20, 20, 60, 60],
      [90, 20, 60, 60]
    ]),
    'It grows past its minimum, which is kept, and its layers stay where they are.'
  ),
  growing(
    'Auto layout that hugs, held by its minimum size',
    { ...horizontal, ...hug, minWidth: 240, minHeight: 160 },
    [240, 160],
    items([
      [20, 20, 60, 60],
      [90, 20, 60, 60]
    ]),
    'It grows and is of a fixed size from then on, since hugging would give it its minimum again.',
    { endsHugging: true }
  ),
  growing(
    'Auto layout with a maximum size',
    { ...horizontal, ...fixed, maxWidth: 240 },
    [240, 160],
    items([[20, 20, 60, 60]]),
    'The maximum keeps it from growing: it stays as it is, with the new image directly behind it.',
    { expect: 'behind' }
  ),
  growing(
    'Auto layout with padding bound to a variable',
    {
      ...horizontal,
      ...fixed,
      boundVariables: { paddingLeft: { type: 'VARIABLE_ALIAS', id: 'VariableID:1:1' } }
    },
    [240, 160],
    items([[20, 20, 60, 60]]),
    'Growing would end the binding: it stays as it is, with the new image directly behind it.',
    { expect: 'behind' }
  ),
  growing(
    'Auto layout with a layer placed absolutely',
    { ...horizontal, ...fixed },
    [240, 160],
    items(
      [
        [20, 20, 60, 60],
        [190, 110, 40, 40]
      ],
      [{}, { layoutPositioning: 'ABSOLUTE', constraints: { horizontal: 'RIGHT', vertical: 'BOTTOM' } }]
    ),
    'The layers in the layout and the one outside of it stay where they are seen.'
  ),
  placed(
    'In horizontal auto layout, fixed',
    { ...horizontal, ...hug },
    [350, 200],
    [...items([[20, 20, 60, 60]]), picture({}, 'RECTANGLE', [90, 20, 240, 160])],
    staysInFlow
  ),
  placed(
    'In vertical auto layout, fixed',
    { ...vertical, ...hug },
    [280, 270],
    [...items([[20, 20, 60, 60]]), picture({}, 'RECTANGLE', [20, 90, 240, 160])],
    staysInFlow
  ),
  placed(
    'In auto layout, filling',
    { ...horizontal, ...fixed },
    [350, 200],
    [
      ...items([[20, 20, 60, 60]]),
      picture({ layoutGrow: 1, layoutAlign: 'STRETCH' }, 'RECTANGLE', [90, 20, 240, 160])
    ],
    'It goes on filling; the new image is directly behind it, placed absolutely.'
  ),
  placed(
    'In auto layout, hugging its own layers',
    { ...horizontal, ...hug },
    [350, 200],
    [
      ...items([[20, 20, 60, 60]]),
      holding(picture({ ...horizontal, ...hug }, 'FRAME', [90, 20, 240, 160]), items([[20, 20, 200, 120]]))
    ],
    'It goes on hugging; the new image is directly behind it, placed absolutely.'
  ),
  placed(
    'In auto layout, with minimum and maximum',
    { ...horizontal, ...hug },
    [350, 200],
    [
      ...items([[20, 20, 60, 60]]),
      picture(
        { minWidth: 100, maxWidth: 240, minHeight: 80, maxHeight: 400 },
        'RECTANGLE',
        [90, 20, 240, 160]
      )
    ],
    'It keeps both; the new image is directly behind it, placed absolutely.'
  ),
  placed(
    'In wrapped auto layout',
    { ...wrap, primaryAxisSizingMode: 'FIXED', counterAxisSizingMode: 'AUTO' },
    [340, 270],
    [
      ...items([
        [20, 20, 140, 60],
        [170, 20, 140, 60]
      ]),
      picture({}, 'RECTANGLE', [20, 90, 240, 160])
    ],
    'It keeps its line; the new image is directly behind it, placed absolutely.'
  ),
  placed(
    'In grid auto layout',
    { ...grid, ...fixed, gridColumnsSizing: '100px 240px', gridRowsSizing: '60px 160px' },
    [390, 270],
    [
      ...items(
        [
          [20, 20, 60, 60],
          [130, 20, 60, 60],
          [20, 90, 60, 60]
        ],
        [cell(0, 0), cell(0, 1), cell(1, 0)]
      ),
      picture({ ...cell(1, 1) }, 'RECTANGLE', [130, 90, 240, 160])
    ],
    'It keeps its cell; the new image is directly behind it, placed absolutely.'
  ),
  placed(
    'In a group in auto layout',
    { ...horizontal, ...hug },
    [350, 200],
    [
      ...items([[20, 20, 60, 60]]),
      holding(layer('GROUP', 'Pair', [90, 20, 240, 160]), [
        picture({}, 'RECTANGLE', [90, 20, 240, 160]),
        layer('ELLIPSE', 'Badge', [280, 130, 40, 40], { fills: [green] })
      ])
    ],
    'The new image goes directly behind the group, so that the layout stays as it is.'
  ),
  placed(
    'Absolute in auto layout',
    { ...horizontal, ...fixed },
    [350, 240],
    [
      ...items([[20, 20, 60, 60]]),
      picture({ layoutPositioning: 'ABSOLUTE', fills: [photo()] }, 'RECTANGLE', [60, 40, 240, 160])
    ],
    'It grows, and stays absolute.',
    { expect: 'grows' }
  )
]
