import * as v from 'valibot'
import type { NodeVariables } from '../node'
import { aliasSchema } from './scene-value-schemas'

const alias = v.exactOptional(aliasSchema)
const aliases = v.exactOptional(v.array(aliasSchema))

/** Fields that REST and the plugin API call the same. */
const sameFields = {
  characters: alias,
  itemSpacing: alias,
  paddingLeft: alias,
  paddingRight: alias,
  paddingTop: alias,
  paddingBottom: alias,
  visible: alias,
  cornerRadius: alias,
  topLeftRadius: alias,
  topRightRadius: alias,
  bottomLeftRadius: alias,
  bottomRightRadius: alias,
  minWidth: alias,
  maxWidth: alias,
  minHeight: alias,
  maxHeight: alias,
  counterAxisSpacing: alias,
  strokeWeight: alias,
  opacity: alias,
  gridRowGap: alias,
  gridColumnGap: alias,
  fontFamily: aliases,
  fontSize: aliases,
  fontStyle: aliases,
  fontWeight: aliases,
  letterSpacing: aliases,
  lineHeight: aliases,
  paragraphSpacing: aliases,
  paragraphIndent: aliases
}

/**
 * `boundVariables` of a node in the REST answer. What it says of paints and effects is said in these as well, and
 * taken from there.
 */
export const boundVariablesSchema = v.object({
  ...sameFields,
  size: v.exactOptional(v.object({ x: alias, y: alias }), {}),
  individualStrokeWeights: v.exactOptional(
    v.object({ top: alias, right: alias, bottom: alias, left: alias }),
    {}
  ),
  rectangleCornerRadii: v.exactOptional(
    v.object({
      RECTANGLE_TOP_LEFT_CORNER_RADIUS: alias,
      RECTANGLE_TOP_RIGHT_CORNER_RADIUS: alias,
      RECTANGLE_BOTTOM_LEFT_CORNER_RADIUS: alias,
      RECTANGLE_BOTTOM_RIGHT_CORNER_RADIUS: alias
    }),
    {}
  )
})

/** The same in the plugin API's words; checking by it puts the fields in one order. */
const nodeVariablesSchema = v.object({
  ...sameFields,
  width: alias,
  height: alias,
  strokeTopWeight: alias,
  strokeRightWeight: alias,
  strokeBottomWeight: alias,
  strokeLeftWeight: alias
}) satisfies v.GenericSchema<unknown, NodeVariables>

type SceneVariables = v.InferOutput<typeof boundVariablesSchema>

/** The bound fields of a node in the plugin API's names. */
export function readVariables(variables: SceneVariables | undefined): NodeVariables {
  if (variables === undefined) {
    return {}
  }
  const { size, individualStrokeWeights: weights, rectangleCornerRadii: radii, ...same } = variables
  const fields = {
    ...same,
    width: size.x,
    height: size.y,
    strokeTopWeight: weights.top,
    strokeRightWeight: weights.right,
    strokeBottomWeight: weights.bottom,
    strokeLeftWeight: weights.left,
    topLeftRadius: same.topLeftRadius ?? radii.RECTANGLE_TOP_LEFT_CORNER_RADIUS,
    topRightRadius: same.topRightRadius ?? radii.RECTANGLE_TOP_RIGHT_CORNER_RADIUS,
    bottomLeftRadius: same.bottomLeftRadius ?? radii.RECTANGLE_BOTTOM_LEFT_CORNER_RADIUS,
    bottomRightRadius: same.bottomRightRadius ?? radii.RECTANGLE_BOTTOM_RIGHT_CORNER_RADIUS
  }
  return v.parse(nodeVariablesSchema, withoutEmpty(fields))
}

/** The bound fields of a node in REST's words, in one order; null where there are none. */
export function writeVariables(variables: NodeVariables): Readonly<Record<string, unknown>> | null {
  const { width, height, strokeTopWeight, strokeRightWeight, strokeBottomWeight, strokeLeftWeight, ...same } =
    v.parse(nodeVariablesSchema, variables)
  const written = withoutEmpty({
    ...same,
    size: withoutEmpty({ x: width, y: height }),
    individualStrokeWeights: withoutEmpty({
      top: strokeTopWeight,
      right: strokeRightWeight,
      bottom: strokeBottomWeight,
      left: strokeLeftWeight
    })
  })
  return Object.keys(written).length === 0 ? null : written
}

/** An object without its fields that are undefined or hold nothing. */
function withoutEmpty(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const isEmpty = (value: unknown): boolean =>
    value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0)
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => !isEmpty(value)))
}
