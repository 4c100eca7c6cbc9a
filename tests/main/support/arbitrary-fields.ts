import fc from 'fast-check'
import type { DocumentNode, NodeKind } from '../../../playground/testing/document'
import { fraction } from './arbitrary-place'

const spacing = fc.oneof(fc.integer({ min: 0, max: 80 }), fraction(0, 300), fc.constant(0))
const rarely = fc.integer({ min: 0, max: 11 }).map((value) => value === 0)
const half = fc.constantFrom('FIXED' as const, 'AUTO' as const)
const black: RGB = { r: 0, g: 0, b: 0 }

const paint: fc.Arbitrary<Paint> = fc.oneof(
  fc.constant<Paint>({ type: 'SOLID', visible: true, opacity: 1, blendMode: 'NORMAL', color: black }),
  fc.constant<Paint>({
    type: 'GRADIENT_LINEAR',
    visible: true,
    opacity: 1,
    blendMode: 'NORMAL',
    gradientTransform: [
      [0.5, 0.2, 0.1],
      [-0.3, 1, 0]
    ],
    gradientStops: [
      { position: 0, color: { ...black, a: 1 } },
      { position: 1, color: { ...black, a: 0 } }
    ]
  }),
  fc.boolean().map<Paint>((visible) => ({
    type: 'IMAGE',
    visible,
    opacity: 1,
    blendMode: 'NORMAL',
    scaleMode: 'FILL',
    imageHash: null
  }))
)

/** Only some of the fields are there in each layer; the others keep the platform's defaults. */
const someFields = { requiredKeys: [] as [] }

const common = fc.record(
  {
    visible: rarely.map((value) => !value),
    locked: fc.boolean(),
    opacity: rarely.map((value) => (value ? 0.5 : 1)),
    isMask: rarely,
    clipsContent: fc.boolean(),
    constraints: fc.record({
      horizontal: fc.constantFrom<ConstraintType>('MIN', 'MAX', 'CENTER', 'STRETCH', 'SCALE'),
      vertical: fc.constantFrom<ConstraintType>('MIN', 'MAX', 'CENTER', 'STRETCH', 'SCALE')
    }),
    fills: fc.array(paint, { maxLength: 3 }),
    fillStyleId: rarely.map((value) => (value ? 'S:1' : '')),
    boundVariables: rarely.map((value): DocumentNode['boundVariables'] =>
      value ? { width: { type: 'VARIABLE_ALIAS', id: 'VariableID:1:1' } } : {}
    ),
    layoutPositioning: fc.constantFrom('AUTO' as const, 'AUTO' as const, 'ABSOLUTE' as const),
    layoutGrow: fc.constantFrom(0, 1),
    layoutAlign: fc.constantFrom('INHERIT' as const, 'STRETCH' as const),
    minWidth: fc.option(fc.integer({ min: 1, max: 900 })),
    minHeight: fc.option(fc.integer({ min: 1, max: 900 })),
    maxWidth: rarely.chain((value) => (value ? fc.integer({ min: 100, max: 3000 }) : fc.constant(null))),
    maxHeight: rarely.chain((value) => (value ? fc.integer({ min: 100, max: 3000 }) : fc.constant(null)))
  },
  someFields
)

const layout = fc.record(
  {
    layoutMode: fc.constantFrom(
      'NONE' as const,
      'HORIZONTAL' as const,
      'VERTICAL' as const,
      'HORIZONTAL' as const,
      'GRID' as const
    ),
    layoutWrap: fc.constantFrom('NO_WRAP' as const, 'WRAP' as const),
    primaryAxisSizingMode: half,
    counterAxisSizingMode: half,
    primaryAxisAlignItems: fc.constantFrom(
      'MIN' as const,
      'CENTER' as const,
      'MAX' as const,
      'SPACE_BETWEEN' as const
    ),
    counterAxisAlignItems: fc.constantFrom(
      'MIN' as const,
      'CENTER' as const,
      'MAX' as const,
      'BASELINE' as const
    ),
    itemSpacing: fc.oneof(spacing, fc.integer({ min: -40, max: 0 })),
    counterAxisSpacing: spacing,
    paddingLeft: spacing,
    paddingRight: spacing,
    paddingTop: spacing,
    paddingBottom: spacing,
    itemReverseZIndex: fc.boolean()
  },
  someFields
)

const track: fc.Arbitrary<GridTrackSize> = fc.oneof(
  fc.constant<GridTrackSize>({ type: 'FLEX', value: 1 }),
  fc.constant<GridTrackSize>({ type: 'HUG' }),
  fc.integer({ min: 1, max: 600 }).map<GridTrackSize>((value) => ({ type: 'FIXED', value }))
)

const grid = fc.record(
  {
    gridRowSizes: fc.array(track, { minLength: 1, maxLength: 4 }),
    gridColumnSizes: fc.array(track, { minLength: 1, maxLength: 4 }),
    gridRowGap: spacing,
    gridColumnGap: spacing,
    gridAutoTracks: fc.constantFrom('NONE' as const, 'ROWS' as const),
    gridItemsPositioning: fc.constantFrom('MANUAL' as const, 'ROW_AUTO_FLOW' as const)
  },
  someFields
)

const inGrid = fc.record(
  {
    gridRowSpan: fc.constantFrom(1, 1, 2),
    gridColumnSpan: fc.constantFrom(1, 1, 2),
    gridChildHorizontalAlign: fc.constantFrom('MIN' as const, 'CENTER' as const, 'MAX' as const),
    gridChildVerticalAlign: fc.constantFrom('MIN' as const, 'CENTER' as const, 'MAX' as const)
  },
  someFields
)

const text = fc.record({
  characters: fc.constantFrom(
    'Full bleed',
    'Two\nlines',
    'A sentence that is long enough to wrap at times',
    ''
  ),
  fontSize: fc.integer({ min: 6, max: 60 }),
  textAlignHorizontal: fc.constantFrom('LEFT' as const, 'CENTER' as const, 'RIGHT' as const),
  textAutoResize: fc.constantFrom('NONE' as const, 'HEIGHT' as const, 'WIDTH_AND_HEIGHT' as const)
})

const noFields = fc.constant<Partial<DocumentNode>>({})

/** Some of the values of a layer of this kind; those that are left out keep the platform's defaults. */
export function fieldsOf(kind: NodeKind): fc.Arbitrary<Partial<DocumentNode>> {
  const isFrame = ['FRAME', 'COMPONENT', 'COMPONENT_SET', 'INSTANCE'].includes(kind)
  return fc
    .tuple(
      common,
      isFrame ? layout : noFields,
      isFrame ? grid : noFields,
      inGrid,
      kind === 'TEXT' ? text : noFields
    )
    .map((parts) => Object.assign({}, ...parts) as Partial<DocumentNode>)
}
