import * as v from 'valibot'

/*
 * The values of a layer in Figma's REST answer "GET file": paints, effects, text styles. Field names and values are
 * those of https://github.com/figma/rest-api-spec (openapi.yaml); fields that are not named here are ignored.
 */

export const vectorSchema = v.object({ x: v.number(), y: v.number() })
export const boxSchema = v.object({ x: v.number(), y: v.number(), width: v.number(), height: v.number() })
const rowSchema = v.tuple([v.number(), v.number(), v.number()])
export const transformSchema = v.tuple([rowSchema, rowSchema])
export const colorSchema = v.object({
  r: v.number(),
  g: v.number(),
  b: v.number(),
  a: v.optional(v.number(), 1)
})
export const outlineSchema = v.object({
  path: v.string(),
  windingRule: v.optional(v.picklist(['NONZERO', 'EVENODD']), 'NONZERO')
})

export const blendModeSchema = v.picklist([
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

/** A field that takes its value from a variable. */
export const aliasSchema = v.object({ type: v.literal('VARIABLE_ALIAS'), id: v.string() })
const boundColor = v.exactOptional(v.object({ color: v.exactOptional(aliasSchema) }))

const commonPaintFields = {
  visible: v.optional(v.boolean(), true),
  opacity: v.optional(v.number(), 1),
  blendMode: v.optional(blendModeSchema, 'NORMAL')
}
const solidSchema = v.object({
  ...commonPaintFields,
  type: v.literal('SOLID'),
  color: colorSchema,
  boundVariables: boundColor
})
const gradientSchema = v.object({
  ...commonPaintFields,
  type: v.picklist(['GRADIENT_LINEAR', 'GRADIENT_RADIAL', 'GRADIENT_ANGULAR', 'GRADIENT_DIAMOND']),
  gradientHandlePositions: v.optional(v.tuple([vectorSchema, vectorSchema, vectorSchema])),
  /** The plugin API's own field, which a dump of the playground has beside the handles: exact, and so it wins. */
  gradientTransform: v.optional(transformSchema),
  gradientStops: v.array(v.object({ position: v.number(), color: colorSchema, boundVariables: boundColor }))
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
/** REST has more words than the plugin API; what has no counterpart is refused. */
export const strokeCapSchema = v.picklist([
  'NONE',
  'ROUND',
  'SQUARE',
  'ARROW_LINES',
  'ARROW_EQUILATERAL',
  'DIAMOND_FILLED',
  'TRIANGLE_FILLED',
  'CIRCLE_FILLED'
])

/** A paint or an effect that the playground does not know; it is left out. */
const unknownKindSchema = v.object({ type: v.string(), unknown: v.optional(v.literal(true), true) })

function kindOf(input: unknown): unknown {
  return typeof input === 'object' && input !== null && 'type' in input ? input.type : undefined
}

export const paintSchema = v.lazy((input) => {
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

const bound = v.exactOptional(aliasSchema)
const shadowFields = {
  boundVariables: v.exactOptional(
    v.object({ color: bound, radius: bound, spread: bound, offsetX: bound, offsetY: bound })
  ),
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
  boundVariables: v.exactOptional(v.object({ radius: bound })),
  type: v.picklist(['LAYER_BLUR', 'BACKGROUND_BLUR']),
  visible: v.optional(v.boolean(), true),
  radius: v.number(),
  blurType: v.optional(v.picklist(['NORMAL', 'PROGRESSIVE']), 'NORMAL'),
  startRadius: v.optional(v.number(), 0),
  startOffset: v.optional(vectorSchema, { x: 0, y: 0 }),
  endOffset: v.optional(vectorSchema, { x: 0, y: 1 })
})

export const effectSchema = v.lazy((input) => {
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

export const textStyleSchema = v.object({
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

export type ScenePaint = v.InferOutput<typeof paintSchema>
export type SceneEffect = v.InferOutput<typeof effectSchema>
