import * as v from 'valibot'

/*
 * The part of Figma's REST answer "GET file" that the playground understands; field names and values are those of
 * https://github.com/figma/rest-api-spec (openapi.yaml). Fields that are not named here are ignored, and all but `id`
 * and `type` may be missing, so that a dump made without `geometry=paths` opens as well.
 */

const vectorSchema = v.object({ x: v.number(), y: v.number() })
const boxSchema = v.object({ x: v.number(), y: v.number(), width: v.number(), height: v.number() })
const rowSchema = v.tuple([v.number(), v.number(), v.number()])
const transformSchema = v.tuple([rowSchema, rowSchema])
const colorSchema = v.object({
  r: v.number(),
  g: v.number(),
  b: v.number(),
  a: v.optional(v.number(), 1)
})
const outlineSchema = v.object({
  path: v.string(),
  windingRule: v.optional(v.picklist(['NONZERO', 'EVENODD']), 'NONZERO')
})

const blendModeSchema = v.picklist([
  'PASS_THROUGH',
  'NORMAL',
  'DARKEN',
  'MULTIPLY',
  'LINEAR_BURN',
  'COLOR_BURN',
  'LIGHTEN',
  'SCREEN',
  'LINEAR_DODGE',
  'COLOR_DODGE',
  'OVERLAY',
  'SOFT_LIGHT',
  'HARD_LIGHT',
  'DIFFERENCE',
  'EXCLUSION',
  'HUE',
  'SATURATION',
  'COLOR',
  'LUMINOSITY'
])

const commonPaintFields = {
  visible: v.optional(v.boolean(), true),
  opacity: v.optional(v.number(), 1),
  blendMode: v.optional(blendModeSchema, 'NORMAL')
}
const solidSchema = v.object({ ...commonPaintFields, type: v.literal('SOLID'), color: colorSchema })
const gradientSchema = v.object({
  ...commonPaintFields,
  type: v.picklist(['GRADIENT_LINEAR', 'GRADIENT_RADIAL', 'GRADIENT_ANGULAR', 'GRADIENT_DIAMOND']),
  gradientHandlePositions: v.optional(v.tuple([vectorSchema, vectorSchema, vectorSchema])),
  /** The plugin API's own field, which a dump of the playground has beside the handles: exact, and so it wins. */
  gradientTransform: v.optional(transformSchema),
  gradientStops: v.array(v.object({ position: v.number(), color: colorSchema }))
})
const filtersSchema = v.object({
  exposure: v.optional(v.number()),
  contrast: v.optional(v.number()),
  saturation: v.optional(v.number()),
  temperature: v.optional(v.number()),
  tint: v.optional(v.number()),
  highlights: v.optional(v.number()),
  shadows: v.optional(v.number())
})
const imageSchema = v.object({
  ...commonPaintFields,
  type: v.literal('IMAGE'),
  scaleMode: v.optional(v.picklist(['FILL', 'FIT', 'TILE', 'STRETCH']), 'FILL'),
  imageRef: v.nullish(v.string()),
  imageTransform: v.optional(transformSchema),
  scalingFactor: v.optional(v.number()),
  rotation: v.optional(v.number()),
  filters: v.optional(filtersSchema)
})
/** A paint or an effect that the playground does not know; it is left out. */
const unknownKindSchema = v.object({ type: v.string(), unknown: v.optional(v.literal(true), true) })

function kindOf(input: unknown): unknown {
  return typeof input === 'object' && input !== null && 'type' in input ? input.type : undefined
}

const paintSchema = v.lazy((input) => {
  switch (kindOf(input)) {
    case 'SOLID':
      return solidSchema
    case 'GRADIENT_LINEAR':
    case 'GRADIENT_RADIAL':
    case 'GRADIENT_ANGULAR':
    case 'GRADIENT_DIAMOND':
      return gradientSchema
    case 'IMAGE':
      return imageSchema
    default:
      return unknownKindSchema
  }
})

const shadowFields = {
  color: colorSchema,
  offset: vectorSchema,
  radius: v.number(),
  spread: v.optional(v.number(), 0),
  visible: v.optional(v.boolean(), true),
  blendMode: v.optional(blendModeSchema, 'NORMAL')
}
const dropShadowSchema = v.object({
  ...shadowFields,
  type: v.literal('DROP_SHADOW'),
  showShadowBehindNode: v.optional(v.boolean(), false)
})
const innerShadowSchema = v.object({ ...shadowFields, type: v.literal('INNER_SHADOW') })
const blurSchema = v.object({
  type: v.picklist(['LAYER_BLUR', 'BACKGROUND_BLUR']),
  visible: v.optional(v.boolean(), true),
  radius: v.number(),
  blurType: v.optional(v.picklist(['NORMAL', 'PROGRESSIVE']), 'NORMAL'),
  startRadius: v.optional(v.number(), 0),
  startOffset: v.optional(vectorSchema, { x: 0, y: 0 }),
  endOffset: v.optional(vectorSchema, { x: 0, y: 1 })
})

const effectSchema = v.lazy((input) => {
  switch (kindOf(input)) {
    case 'DROP_SHADOW':
      return dropShadowSchema
    case 'INNER_SHADOW':
      return innerShadowSchema
    case 'LAYER_BLUR':
    case 'BACKGROUND_BLUR':
      return blurSchema
    default:
      return unknownKindSchema
  }
})

const textStyleSchema = v.object({
  fontFamily: v.optional(v.string()),
  fontWeight: v.optional(v.number()),
  fontSize: v.optional(v.number()),
  letterSpacing: v.optional(v.number()),
  lineHeightPx: v.optional(v.number()),
  lineHeightUnit: v.optional(v.picklist(['PIXELS', 'FONT_SIZE_%', 'INTRINSIC_%'])),
  textAlignHorizontal: v.optional(v.picklist(['LEFT', 'CENTER', 'RIGHT', 'JUSTIFIED'])),
  textAlignVertical: v.optional(v.picklist(['TOP', 'CENTER', 'BOTTOM'])),
  textAutoResize: v.optional(v.picklist(['NONE', 'HEIGHT', 'WIDTH_AND_HEIGHT', 'TRUNCATE'])),
  textTruncation: v.optional(v.picklist(['DISABLED', 'ENDING']))
})

const dataSchema = v.record(v.string(), v.string())

const nodeFields = {
  id: v.string(),
  name: v.optional(v.string(), ''),
  type: v.string(),
  visible: v.optional(v.boolean()),
  locked: v.optional(v.boolean()),
  opacity: v.optional(v.number()),
  blendMode: v.optional(blendModeSchema),
  isMask: v.optional(v.boolean()),
  maskType: v.optional(v.picklist(['ALPHA', 'VECTOR', 'LUMINANCE'])),
  effects: v.optional(v.array(effectSchema)),

  absoluteBoundingBox: v.nullish(boxSchema),
  absoluteRenderBounds: v.nullish(boxSchema),
  relativeTransform: v.optional(transformSchema),
  size: v.optional(vectorSchema),
  rotation: v.optional(v.number()),
  constraints: v.optional(
    v.object({
      horizontal: v.picklist(['LEFT', 'RIGHT', 'CENTER', 'LEFT_RIGHT', 'SCALE']),
      vertical: v.picklist(['TOP', 'BOTTOM', 'CENTER', 'TOP_BOTTOM', 'SCALE'])
    })
  ),

  fills: v.optional(v.array(paintSchema)),
  backgroundColor: v.optional(colorSchema),
  strokes: v.optional(v.array(paintSchema)),
  strokeWeight: v.optional(v.number()),
  individualStrokeWeights: v.nullish(
    v.object({ top: v.number(), right: v.number(), bottom: v.number(), left: v.number() })
  ),
  strokeAlign: v.optional(v.picklist(['INSIDE', 'CENTER', 'OUTSIDE'])),
  cornerRadius: v.optional(v.number()),
  rectangleCornerRadii: v.optional(v.tuple([v.number(), v.number(), v.number(), v.number()])),
  clipsContent: v.optional(v.boolean()),

  layoutMode: v.optional(v.picklist(['NONE', 'HORIZONTAL', 'VERTICAL', 'GRID'])),
  layoutWrap: v.optional(v.picklist(['NO_WRAP', 'WRAP'])),
  primaryAxisSizingMode: v.optional(v.picklist(['FIXED', 'AUTO'])),
  counterAxisSizingMode: v.optional(v.picklist(['FIXED', 'AUTO'])),
  primaryAxisAlignItems: v.optional(v.picklist(['MIN', 'MAX', 'CENTER', 'SPACE_BETWEEN'])),
  counterAxisAlignItems: v.optional(v.picklist(['MIN', 'MAX', 'CENTER', 'BASELINE'])),
  itemSpacing: v.optional(v.number()),
  counterAxisSpacing: v.optional(v.number()),
  paddingLeft: v.optional(v.number()),
  paddingRight: v.optional(v.number()),
  paddingTop: v.optional(v.number()),
  paddingBottom: v.optional(v.number()),
  layoutPositioning: v.optional(v.picklist(['AUTO', 'ABSOLUTE'])),
  layoutGrow: v.optional(v.number()),
  layoutAlign: v.optional(v.picklist(['MIN', 'CENTER', 'MAX', 'STRETCH', 'INHERIT'])),
  minWidth: v.nullish(v.number()),
  maxWidth: v.nullish(v.number()),
  minHeight: v.nullish(v.number()),
  maxHeight: v.nullish(v.number()),

  characters: v.optional(v.string()),
  style: v.optional(textStyleSchema),

  arcData: v.optional(
    v.object({ startingAngle: v.number(), endingAngle: v.number(), innerRadius: v.number() })
  ),
  /** The REST answer has neither of these two; a dump of the playground has. */
  pointCount: v.optional(v.number()),
  innerRadius: v.optional(v.number()),
  fillGeometry: v.optional(v.array(outlineSchema)),
  strokeGeometry: v.optional(v.array(outlineSchema)),
  booleanOperation: v.optional(v.picklist(['UNION', 'INTERSECT', 'SUBTRACT', 'EXCLUDE'])),

  componentId: v.nullish(v.string()),
  /** By plugin id, as in the REST answer; the playground's own plugin has the id of `scene-values.ts`. */
  pluginData: v.optional(v.record(v.string(), v.unknown())),
  relaunchData: v.optional(dataSchema)
}

const fieldsSchema = v.object(nodeFields)

/** One node of the REST answer, as far as the playground knows it. */
export type SceneNodeData = v.InferOutput<typeof fieldsSchema> & { children?: SceneNodeData[] | undefined }

export type ScenePaint = v.InferOutput<typeof paintSchema>
export type SceneEffect = v.InferOutput<typeof effectSchema>

const nodeSchema: v.GenericSchema<unknown, SceneNodeData> = v.object({
  ...nodeFields,
  children: v.optional(v.array(v.lazy(() => nodeSchema)))
})

const fileSchema = v.object({
  name: v.optional(v.string(), 'Untitled'),
  document: v.intersect([nodeSchema, v.object({ type: v.literal('DOCUMENT') })])
})

/** A checked scene: the defaults of single values are filled in, unknown fields are gone. */
export interface CheckedScene {
  readonly name: string
  readonly document: SceneNodeData
}

/** Checks what was read from a scene's file; the error names the path of the first value that is wrong. */
export function checkScene(scene: unknown): CheckedScene {
  const result = v.safeParse(fileSchema, scene)
  if (result.success) {
    return { name: result.output.name, document: result.output.document }
  }
  const [issue] = result.issues
  throw new Error(`This scene cannot be opened: ${v.getDotPath(issue) ?? 'file'}: ${issue.message}`)
}
