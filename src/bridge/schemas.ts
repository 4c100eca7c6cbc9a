import {
  array,
  boolean,
  finite,
  type GenericSchema,
  type InferOutput,
  instance,
  integer,
  literal,
  maxValue,
  minValue,
  null_,
  nullable,
  number,
  object,
  picklist,
  pipe,
  string,
  tuple,
  variant
} from 'valibot'
import type { Expansion } from '../core/expansion/expansion'
import type { Durations } from '../core/expansion/expected-time'
import type { Acceptance, FileIdentity, ImageRef, JournalEntry } from '../core/expansion/journal-entry'
import type { Placement } from '../core/expansion/placement'
import type { Recipe } from '../core/expansion/recipe'
import type { Tuning } from '../core/expansion/tuning'
import type { AffineMap } from '../core/geometry/affine'
import type { Insets } from '../core/geometry/insets'
import type { RoundedBox } from '../core/geometry/rounded-box'
import type { Size } from '../core/geometry/size'
import type { Growth } from '../core/growth/growth'
import type { MaskShapes } from '../core/mask/mask-bands'
import type { PagePosition } from '../core/plan/page-position'
import type { Plan, SubjectSource } from '../core/plan/plan'
import { maxRequestCap, maxVariants, type Settings } from '../core/settings'

/*
 * Narrowing of what the main thread takes from the window and from the storage. Each schema is tied to the type of `core/`
 * that it narrows to, so that the two cannot drift apart without a compile error.
 */

export const finiteNumber = pipe(number(), finite())

export const bytesSchema: GenericSchema<Uint8Array> = instance(Uint8Array)

export const sizeSchema: GenericSchema<Size> = object({ width: finiteNumber, height: finiteNumber })

/** What has become of the document when an image was placed. */
export const whereSchema = picklist([
  'grown',
  'behind',
  'filled',
  'changed-meanwhile',
  'replaced',
  'beside',
  'in-view',
  'elsewhere'
])

export type Where = InferOutput<typeof whereSchema>

const insetsSchema: GenericSchema<Insets> = object({
  top: finiteNumber,
  right: finiteNumber,
  bottom: finiteNumber,
  left: finiteNumber
})

const triple = tuple([finiteNumber, finiteNumber, finiteNumber])

const affineSchema: GenericSchema<AffineMap> = tuple([triple, triple])

const shapeSchema: GenericSchema<RoundedBox> = object({
  width: finiteNumber,
  height: finiteNumber,
  radii: tuple([finiteNumber, finiteNumber, finiteNumber, finiteNumber]),
  place: affineSchema
})

export const maskShapesSchema: GenericSchema<MaskShapes> = object({
  kept: array(shapeSchema),
  clip: nullable(shapeSchema)
})

const originSchema: GenericSchema<PagePosition> = object({ pageId: string(), place: affineSchema })

export const sourceSchema: GenericSchema<SubjectSource> = object({
  nodeId: string(),
  content: picklist(['backdrop', 'everything'])
})

export const placementSchema: GenericSchema<Placement> = variant('kind', [
  object({
    kind: literal('grow'),
    nodeId: string(),
    origin: originSchema,
    subject: sizeSchema,
    insets: insetsSchema,
    above: picklist(['images', 'everything'])
  }),
  object({
    kind: literal('behind'),
    nodeId: string(),
    origin: originSchema,
    subject: sizeSchema,
    insets: insetsSchema
  }),
  object({ kind: literal('fill'), nodeId: string(), origin: originSchema, frame: sizeSchema }),
  object({ kind: literal('view'), name: string() })
])

export const settingsSchema: GenericSchema<Settings> = object({
  region: picklist(['global', 'china', 'own']),
  ownUrl: string(),
  maskIsInverted: boolean(),
  matchSeam: boolean(),
  isSingleRequest: boolean(),
  language: picklist(['browser', 'english', 'chinese']),
  variants: pipe(number(), integer(), minValue(1), maxValue(maxVariants)),
  requestCap: pipe(number(), integer(), minValue(1), maxValue(maxRequestCap)),
  isIntroduced: boolean()
})

const seamFiguresSchema = object({ mean: finiteNumber, worst: finiteNumber })

const anchorSchema = object({
  across: picklist(['start', 'middle', 'end']),
  down: picklist(['start', 'middle', 'end'])
})

const growthSchema: GenericSchema<Growth> = variant('kind', [
  object({
    kind: literal('sides'),
    texts: object({ top: string(), right: string(), bottom: string(), left: string() })
  }),
  object({ kind: literal('ratio'), ratio: sizeSchema, anchor: anchorSchema }),
  object({ kind: literal('size'), width: string(), height: string(), anchor: anchorSchema })
])

const seedSchema = pipe(number(), integer(), minValue(0))

const tuningSchema: GenericSchema<Tuning> = object({
  strength: nullable(finiteNumber),
  scale: nullable(finiteNumber),
  steps: nullable(finiteNumber)
})

export const recipeSchema: GenericSchema<Recipe> = object({
  version: literal(1),
  growth: nullable(growthSchema),
  content: picklist(['background', 'everything']),
  prompt: string(),
  seed: seedSchema,
  tuning: tuningSchema,
  maskIsInverted: boolean(),
  matchSeam: boolean(),
  seam: nullable(object({ before: seamFiguresSchema, after: seamFiguresSchema }))
})

const planBase = {
  layers: array(object({ source: sourceSchema, imagePlace: affineSchema })),
  canvas: sizeSchema,
  scale: finiteNumber
}

const planSchema: GenericSchema<Plan> = variant('kind', [
  object({
    kind: literal('sides'),
    ...planBase,
    subject: sizeSchema,
    insets: insetsSchema,
    ratios: insetsSchema
  }),
  object({
    kind: literal('canvas'),
    ...planBase,
    pixelSize: sizeSchema,
    kept: array(shapeSchema),
    clip: nullable(shapeSchema),
    coversByBox: boolean()
  }),
  object({ kind: literal('link'), url: string(), ratios: insetsSchema, canvas: null_() })
])

export const expansionSchema: GenericSchema<Expansion> = object({
  runId: string(),
  name: string(),
  growth: nullable(growthSchema),
  plan: planSchema,
  placement: placementSchema,
  prompt: string(),
  seed: seedSchema,
  tuning: tuningSchema,
  isSingleRequest: boolean(),
  maskIsInverted: boolean(),
  matchSeam: boolean()
})

export const durationsSchema: GenericSchema<Durations> = object({
  sides: array(finiteNumber),
  canvas: array(finiteNumber),
  link: array(finiteNumber)
})

export const fileSchema: GenericSchema<FileIdentity> = object({ id: string(), name: string() })

const indexSchema = pipe(number(), integer(), minValue(0))

/** One image of a result. */
export const imageIndexSchema = object({ index: indexSchema, count: pipe(number(), integer(), minValue(1)) })

export const imageRefSchema: GenericSchema<ImageRef> = object({
  entryId: string(),
  ...imageIndexSchema.entries
})

export const acceptanceSchema: GenericSchema<Acceptance> = object({
  taskId: nullable(string()),
  atMs: finiteNumber,
  createdAtMs: nullable(finiteNumber),
  isCanceled: boolean()
})

export const journalEntrySchema: GenericSchema<JournalEntry> = object({
  id: string(),
  windowId: string(),
  file: fileSchema,
  serviceUrl: string(),
  expansion: expansionSchema,
  begunAtMs: finiteNumber,
  accepted: nullable(acceptanceSchema),
  images: array(picklist(['waiting', 'placed', 'settled']))
})
