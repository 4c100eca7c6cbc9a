import * as v from 'valibot'

/** Figma's value types as strict schemas, after `plugin-api.d.ts`. Each is checked to give the typings' own type. */
const unit = v.pipe(
  v.number(),
  v.minValue(0, 'Number must be greater than or equal to 0'),
  v.maxValue(1, 'Number must be less than or equal to 1')
)
const finite = v.pipe(v.number(), v.finite('Number must be finite'))
const radius = v.pipe(v.number(), v.minValue(0, 'Number must be greater than or equal to 0'))
const filter = v.pipe(
  v.number(),
  v.minValue(-1, 'Number must be greater than or equal to -1'),
  v.maxValue(1, 'Number must be less than or equal to 1')
)
const flag = v.boolean()

const blendModes = [
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
] as const satisfies readonly BlendMode[]

export const blendModeSchema = v.picklist(blendModes)
const rgb = v.strictObject({ r: unit, g: unit, b: unit })
const rgba = v.strictObject({ r: unit, g: unit, b: unit, a: unit })
const vector = v.strictObject({ x: finite, y: finite })
const row = v.strictTuple([finite, finite, finite])
export const transformSchema = v.strictTuple([row, row]) satisfies v.GenericSchema<unknown, Transform>

const constraint = v.picklist(['MIN', 'CENTER', 'MAX', 'STRETCH', 'SCALE'])
export const constraintsSchema = v.strictObject({ horizontal: constraint, vertical: constraint })

const paintBase = {
  visible: v.exactOptional(flag),
  opacity: v.exactOptional(unit),
  blendMode: v.exactOptional(blendModeSchema)
}
const alias = v.exactOptional(v.strictObject({ type: v.literal('VARIABLE_ALIAS'), id: v.string() }))
const boundColor = v.exactOptional(v.strictObject({ color: alias }))
const colorStop = v.strictObject({ position: finite, color: rgba, boundVariables: boundColor })
const gradient = v.strictObject({
  type: v.picklist(['GRADIENT_LINEAR', 'GRADIENT_RADIAL', 'GRADIENT_ANGULAR', 'GRADIENT_DIAMOND']),
  gradientTransform: transformSchema,
  gradientStops: v.pipe(v.array(colorStop), v.minLength(2, 'Array must contain at least 2 element(s)')),
  ...paintBase
})
const filters = v.strictObject({
  exposure: v.exactOptional(filter),
  contrast: v.exactOptional(filter),
  saturation: v.exactOptional(filter),
  temperature: v.exactOptional(filter),
  tint: v.exactOptional(filter),
  highlights: v.exactOptional(filter),
  shadows: v.exactOptional(filter)
})
const image = v.strictObject({
  type: v.literal('IMAGE'),
  scaleMode: v.picklist(['FILL', 'FIT', 'CROP', 'TILE']),
  imageHash: v.nullable(v.string()),
  imageTransform: v.exactOptional(transformSchema),
  scalingFactor: v.exactOptional(v.pipe(v.number(), v.gtValue(0, 'Number must be greater than 0'))),
  rotation: v.exactOptional(v.pipe(v.number(), v.multipleOf(90, 'Number must be a multiple of 90'))),
  filters: v.exactOptional(filters),
  ...paintBase
})
const solid = v.strictObject({
  type: v.literal('SOLID'),
  color: rgb,
  boundVariables: boundColor,
  ...paintBase
})
/** Solid, gradient and image paints; video, pattern and shader paints are not imitated. */
export const paintsSchema = v.array(v.variant('type', [solid, gradient, image])) satisfies v.GenericSchema<
  unknown,
  Paint[]
>

const shadowBase = {
  color: rgba,
  offset: vector,
  radius,
  spread: v.exactOptional(finite),
  visible: flag,
  blendMode: blendModeSchema,
  boundVariables: v.exactOptional(
    v.strictObject({ color: alias, radius: alias, spread: alias, offsetX: alias, offsetY: alias })
  )
}
const dropShadow = v.strictObject({
  type: v.literal('DROP_SHADOW'),
  showShadowBehindNode: v.exactOptional(flag),
  ...shadowBase
})
const innerShadow = v.strictObject({ type: v.literal('INNER_SHADOW'), ...shadowBase })
const blur = v.strictObject({
  type: v.picklist(['LAYER_BLUR', 'BACKGROUND_BLUR']),
  blurType: v.exactOptional(v.literal('NORMAL'), 'NORMAL'),
  radius,
  visible: flag,
  boundVariables: v.exactOptional(v.strictObject({ radius: alias }))
})
/** Shadows and plain blurs. */
export const effectsSchema = v.array(
  v.variant('type', [dropShadow, innerShadow, blur])
) satisfies v.GenericSchema<unknown, Effect[]>

/** Rows or columns of a grid. */
export const trackSizesSchema = v.array(
  v.strictObject({ type: v.picklist(['FLEX', 'FIXED', 'HUG']), value: v.exactOptional(radius) })
) satisfies v.GenericSchema<unknown, GridTrackSize[]>
