import * as v from 'valibot'
import { extraFields } from './scene-extras'
import { gridFields } from './scene-grid'
import {
  blendModeSchema,
  boxSchema,
  colorSchema,
  effectSchema,
  outlineSchema,
  paintSchema,
  strokeCapSchema,
  textStyleSchema,
  transformSchema,
  vectorSchema
} from './scene-value-schemas'

/*
 * The part of Figma's REST answer "GET file" that the playground understands; field names and values are those of
 * https://github.com/figma/rest-api-spec (openapi.yaml). Fields that are not named here are ignored, and all but `id`
 * and `type` may be missing, so that a dump made without `geometry=paths` opens as well.
 */

/** The id under which the playground's plugin keeps its data in a scene's `pluginData`. */
export const playgroundPluginId = 'playground'

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
  strokeDashes: v.optional(v.array(v.number())),
  strokeCap: v.optional(strokeCapSchema),
  strokeJoin: v.optional(v.picklist(['MITER', 'BEVEL', 'ROUND'])),
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
  itemReverseZIndex: v.optional(v.boolean()),
  layoutPositioning: v.optional(v.picklist(['AUTO', 'ABSOLUTE'])),
  layoutGrow: v.optional(v.number()),
  layoutAlign: v.optional(v.picklist(['MIN', 'CENTER', 'MAX', 'STRETCH', 'INHERIT'])),
  minWidth: v.nullish(v.number()),
  maxWidth: v.nullish(v.number()),
  minHeight: v.nullish(v.number()),
  maxHeight: v.nullish(v.number()),
  ...gridFields,

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
  ...extraFields,
  /** By plugin id, as in the REST answer; the playground's own plugin has `playgroundPluginId`. */
  pluginData: v.optional(v.record(v.string(), v.unknown())),
  relaunchData: v.optional(dataSchema)
}

/** One node of the REST answer, as far as the playground knows it. */
export type SceneNodeData = v.InferOutput<v.ObjectSchema<typeof nodeFields, undefined>> & {
  children?: SceneNodeData[] | undefined
}

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
