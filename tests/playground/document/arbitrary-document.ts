import fc from 'fast-check'
import { PlaygroundDocument } from '../../../playground/document/document'
import type { DocumentNode, NodeKind } from '../../../playground/document/node'

const unit = fc.double({ min: 0, max: 1, noNaN: true })
const length = fc.double({ min: -500, max: 500, noNaN: true }).map(withoutMinusZero)
const side = fc.double({ min: 0.01, max: 800, noNaN: true })
const hash = fc.stringMatching(/^[0-9a-f]{40}$/)
const blendMode = fc.constantFrom<BlendMode>('NORMAL', 'MULTIPLY', 'SCREEN', 'OVERLAY', 'LUMINOSITY')
const color = fc.record({ r: unit, g: unit, b: unit })
const colorWithAlpha = fc.record({ r: unit, g: unit, b: unit, a: unit })
const point = fc.record({ x: length, y: length })

/** −0 is 0 in JSON, and so it is here. */
function withoutMinusZero(value: number): number {
  return value === 0 ? 0 : value
}

function clean([[a, c, e], [b, d, f]]: Transform): Transform {
  return [
    [withoutMinusZero(a), withoutMinusZero(c), withoutMinusZero(e)],
    [withoutMinusZero(b), withoutMinusZero(d), withoutMinusZero(f)]
  ]
}

/** Turns and moves, as layers have. */
export const placement: fc.Arbitrary<Transform> = fc
  .tuple(fc.constantFrom(0, 0, 0, 0.3, Math.PI / 4, Math.PI / 2, 2.5, -1), length, length)
  .map(([angle, x, y]) =>
    clean([
      [Math.cos(angle), Math.sin(angle), x],
      [-Math.sin(angle), Math.cos(angle), y]
    ])
  )

/** Any transform that can be undone, kept away from those that can only just. */
export const affine: fc.Arbitrary<Transform> = fc
  .tuple(placement, fc.double({ min: 0.2, max: 5, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true }))
  .map(([[[a, c, e], [b, d, f]], scale, skew]) =>
    clean([
      [a * scale, c + a * skew, e],
      [b * scale, d + b * skew, f]
    ])
  )

const commonPaint = { visible: fc.boolean(), opacity: unit, blendMode }

export const paint: fc.Arbitrary<Paint> = fc.oneof(
  fc.record({ type: fc.constant('SOLID' as const), ...commonPaint, color }),
  fc.record({
    type: fc.constantFrom(
      'GRADIENT_LINEAR' as const,
      'GRADIENT_RADIAL' as const,
      'GRADIENT_ANGULAR' as const,
      'GRADIENT_DIAMOND' as const
    ),
    ...commonPaint,
    gradientTransform: affine,
    gradientStops: fc.array(fc.record({ position: unit, color: colorWithAlpha }), {
      minLength: 1,
      maxLength: 4
    })
  }),
  fc.record({
    type: fc.constant('IMAGE' as const),
    ...commonPaint,
    scaleMode: fc.constantFrom('FILL' as const, 'FIT' as const),
    rotation: fc.constantFrom(0, 90, 180, 270),
    imageHash: hash
  }),
  fc.record({
    type: fc.constant('IMAGE' as const),
    ...commonPaint,
    scaleMode: fc.constant('CROP' as const),
    imageTransform: affine,
    imageHash: hash
  }),
  fc.record({
    type: fc.constant('IMAGE' as const),
    ...commonPaint,
    scaleMode: fc.constant('TILE' as const),
    scalingFactor: fc.double({ min: 0.1, max: 3, noNaN: true }),
    imageHash: fc.option(hash)
  })
)

const effect: fc.Arbitrary<Effect> = fc.oneof(
  fc.record({
    type: fc.constant('DROP_SHADOW' as const),
    color: colorWithAlpha,
    offset: point,
    radius: side,
    spread: length,
    visible: fc.boolean(),
    blendMode,
    showShadowBehindNode: fc.boolean()
  }),
  fc.record({
    type: fc.constant('INNER_SHADOW' as const),
    color: colorWithAlpha,
    offset: point,
    radius: side,
    spread: length,
    visible: fc.boolean(),
    blendMode
  }),
  fc.record({
    type: fc.constant('LAYER_BLUR' as const),
    visible: fc.boolean(),
    radius: side,
    blurType: fc.constant('NORMAL' as const)
  })
)

const kind = fc.constantFrom<NodeKind>(
  'FRAME',
  'FRAME',
  'GROUP',
  'COMPONENT',
  'INSTANCE',
  'SECTION',
  'RECTANGLE',
  'ELLIPSE',
  'POLYGON',
  'STAR',
  'LINE',
  'VECTOR',
  'TEXT'
)

const values = fc.record({
  name: fc.string({ maxLength: 12 }),
  visible: fc.boolean(),
  locked: fc.boolean(),
  opacity: unit,
  blendMode,
  isMask: fc.boolean(),
  maskType: fc.constantFrom('ALPHA' as const, 'VECTOR' as const, 'LUMINANCE' as const),
  effects: fc.array(effect, { maxLength: 2 }),
  relativeTransform: placement,
  width: side,
  height: side,
  constraints: fc.record({
    horizontal: fc.constantFrom<ConstraintType>('MIN', 'MAX', 'CENTER', 'STRETCH', 'SCALE'),
    vertical: fc.constantFrom<ConstraintType>('MIN', 'MAX', 'CENTER', 'STRETCH', 'SCALE')
  }),
  fills: fc.array(paint, { maxLength: 3 }),
  strokes: fc.array(paint, { maxLength: 1 }),
  strokeWeight: side,
  strokeAlign: fc.constantFrom('INSIDE' as const, 'CENTER' as const, 'OUTSIDE' as const),
  cornerRadii: fc.tuple(side, side, side, side),
  clipsContent: fc.boolean(),
  layoutMode: fc.constantFrom('NONE' as const, 'HORIZONTAL' as const, 'VERTICAL' as const),
  layoutWrap: fc.constantFrom('NO_WRAP' as const, 'WRAP' as const),
  primaryAxisSizingMode: fc.constantFrom('FIXED' as const, 'AUTO' as const),
  counterAxisSizingMode: fc.constantFrom('FIXED' as const, 'AUTO' as const),
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
  itemSpacing: fc.integer({ min: -8, max: 40 }),
  paddingLeft: fc.nat(30),
  paddingTop: fc.nat(30),
  layoutPositioning: fc.constantFrom('AUTO' as const, 'AUTO' as const, 'ABSOLUTE' as const),
  layoutGrow: fc.constantFrom(0, 1),
  layoutAlign: fc.constantFrom('INHERIT' as const, 'STRETCH' as const),
  minWidth: fc.option(fc.integer({ min: 1, max: 50 })),
  maxHeight: fc.option(fc.integer({ min: 60, max: 900 })),
  pluginData: fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), fc.string({ maxLength: 8 })),
  relaunchData: fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), fc.string({ maxLength: 8 }))
})

const textValues = fc.record({
  characters: fc.string({ maxLength: 40 }),
  fontSize: fc.integer({ min: 6, max: 60 }),
  fontWeight: fc.constantFrom(400, 500, 600, 700),
  letterSpacingPx: fc.integer({ min: -1, max: 3 }),
  lineHeightPx: fc.option(fc.integer({ min: 8, max: 80 })),
  textAlignHorizontal: fc.constantFrom('LEFT' as const, 'CENTER' as const, 'RIGHT' as const),
  textAutoResize: fc.constantFrom('NONE' as const, 'HEIGHT' as const, 'WIDTH_AND_HEIGHT' as const)
})

interface Step {
  readonly kind: NodeKind
  readonly values: Partial<DocumentNode>
  readonly text: Partial<DocumentNode>
  readonly parent: number
  readonly index: number
}

const step: fc.Arbitrary<Step> = fc.record({
  kind,
  values,
  text: textValues,
  parent: fc.nat(30),
  index: fc.nat(5)
})

/** A document of up to a dozen layers of any kind, nested at random, not laid out. */
export const arbitraryDocument: fc.Arbitrary<PlaygroundDocument> = fc
  .array(step, { minLength: 1, maxLength: 12 })
  .map((steps) => {
    const document = new PlaygroundDocument()
    steps.forEach((next) => {
      addLayer(document, next)
    })
    return Object.assign(document, { [fc.toStringMethod]: () => outlineOf(document.root) })
  })

function addLayer(document: PlaygroundDocument, { kind, values, text, parent, index }: Step): void {
  const node = document.createNode(kind)
  const parents = allNodes(document).filter(canHoldLayers)
  Object.assign(node, values, kind === 'TEXT' ? text : {})
  if (kind === 'VECTOR') {
    node.vectorPaths = [{ windingRule: 'EVENODD', data: 'M 0 0 L 10 0 L 5 8.5 Z' }]
  }
  document.insert(parents[parent % parents.length] ?? document.currentPage, index, node)
}

/** A few words for each layer: what a failing test shows of a document. */
function outlineOf(node: DocumentNode): string {
  const children = node.children.map(outlineOf).join(', ')
  return `${node.type} ${node.id} ${node.width}×${node.height}${children === '' ? '' : ` [${children}]`}`
}

function canHoldLayers(node: DocumentNode): boolean {
  return ['PAGE', 'FRAME', 'GROUP', 'COMPONENT', 'INSTANCE', 'SECTION'].includes(node.type)
}

/** Every node of a document but the document itself, parents first. */
export function allNodes(document: PlaygroundDocument): readonly DocumentNode[] {
  const below = (node: DocumentNode): readonly DocumentNode[] =>
    node.children.flatMap((child) => [child, ...below(child)])
  return below(document.root)
}
