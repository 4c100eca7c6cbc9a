import {
  array,
  boolean,
  finite,
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
  tupleWithRest,
  variant,
  type GenericSchema
} from 'valibot'
import type { AffineMap } from '../core/affine'
import type { DocumentFailure } from '../core/document-failure'
import type { Durations } from '../core/expected-time'
import type { FrameTarget } from '../core/frame-target'
import type { Growth } from '../core/growth'
import type { Insets } from '../core/insets'
import type { KeptShape } from '../core/mask/kept-shape'
import type { MaskShapes } from '../core/mask/mask-bands'
import type { Order } from '../core/order'
import type { Origin } from '../core/origin'
import type { PicturePaint } from '../core/picture-paint'
import type { Placement } from '../core/placement'
import type { Plan, SubjectSource } from '../core/plan'
import type { Recipe } from '../core/recipe'
import { maxRequestCap, maxVariants, type Settings } from '../core/settings'
import type { SentRecord } from '../core/sent-record'
import type { Size } from '../core/size'
import type { FileIdentity, TaskRecord } from '../core/task-record'
import type { Tuning } from '../core/tuning'
import type { Obstacle, Selection, SidesTarget, SubjectContent } from '../core/target'

/*
 * Narrowing of everything that crosses the bridge. Each schema is tied to the type of `core/` that it narrows to, so
 * that the two cannot drift apart without a compile error.
 */

const finiteNumber = pipe(number(), finite())

const named = { name: string() }

export const bytesSchema: GenericSchema<Uint8Array> = instance(Uint8Array)

export const sizeSchema: GenericSchema<Size> = object({ width: finiteNumber, height: finiteNumber })

export const insetsSchema: GenericSchema<Insets> = object({
  top: finiteNumber,
  right: finiteNumber,
  bottom: finiteNumber,
  left: finiteNumber
})

const triple = tuple([finiteNumber, finiteNumber, finiteNumber])

const affineSchema: GenericSchema<AffineMap> = tuple([triple, triple])

const shapeSchema: GenericSchema<KeptShape> = object({
  width: finiteNumber,
  height: finiteNumber,
  radii: tuple([finiteNumber, finiteNumber, finiteNumber, finiteNumber]),
  place: affineSchema
})

export const maskShapesSchema: GenericSchema<MaskShapes> = object({
  kept: array(shapeSchema),
  clip: nullable(shapeSchema)
})

const originSchema: GenericSchema<Origin> = object({ pageId: string(), place: affineSchema })

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
  object({ kind: literal('view'), ...named })
])

const contentSchema: GenericSchema<SubjectContent> = object({
  kind: picklist(['background', 'everything']),
  layers: array(object({ source: sourceSchema, imagePlace: affineSchema })),
  nativeScale: nullable(finiteNumber),
  liveLayers: finiteNumber,
  liveShapes: array(shapeSchema),
  seenTwice: nullable(string())
})

const sidesTargetSchema: GenericSchema<SidesTarget> = object({
  nodeId: string(),
  name: string(),
  kind: picklist(['frame', 'component', 'shape', 'other']),
  origin: originSchema,
  placing: picklist(['grow', 'behind']),
  outline: variant('kind', [
    object({ kind: literal('box') }),
    object({ kind: literal('points'), points: array(tuple([finiteNumber, finiteNumber])) })
  ]),
  contents: tupleWithRest([contentSchema], contentSchema),
  clip: nullable(object({ name: string(), width: finiteNumber, height: finiteNumber, place: affineSchema })),
  width: finiteNumber,
  height: finiteNumber
})

const frameTargetSchema: GenericSchema<FrameTarget> = object({
  nodeId: string(),
  name: string(),
  origin: originSchema,
  width: finiteNumber,
  height: finiteNumber,
  clip: nullable(shapeSchema),
  layers: array(
    object({
      nodeId: string(),
      name: string(),
      shape: shapeSchema,
      imagePlace: affineSchema,
      nativeScale: nullable(finiteNumber),
      hidesBeneath: boolean(),
      mayBeSeeThrough: boolean(),
      unfit: nullable(picklist(['see-through', 'blended', 'masked']))
    })
  ),
  subjectIds: array(string())
})

const obstacleSchema: GenericSchema<Obstacle> = variant('kind', [
  object({ kind: literal('nothing-selected') }),
  object({ kind: literal('several-selected'), count: finiteNumber }),
  object({ kind: literal('not-expandable'), ...named, nodeType: string() }),
  object({ kind: literal('hidden'), ...named }),
  object({ kind: literal('empty'), ...named }),
  object({ kind: literal('masked'), ...named }),
  object({ kind: literal('see-through'), ...named }),
  object({ kind: literal('blended'), ...named }),
  object({ kind: literal('inside-instance'), ...named, instanceName: string() }),
  object({ kind: literal('inside-boolean'), ...named }),
  object({ kind: literal('fixed-variant'), ...named }),
  object({ kind: literal('no-frame-around'), ...named, parentType: string() }),
  object({ kind: literal('pattern-fill'), ...named }),
  object({ kind: literal('styled-instance'), ...named }),
  object({ kind: literal('different-parents') }),
  object({ kind: literal('no-picture-inside'), ...named })
])

const found = {
  sides: variant('kind', [
    object({ kind: literal('target'), target: sidesTargetSchema }),
    object({ kind: literal('obstacle'), obstacle: obstacleSchema })
  ]),
  frame: variant('kind', [
    object({ kind: literal('target'), target: frameTargetSchema }),
    object({ kind: literal('obstacle'), obstacle: obstacleSchema })
  ])
}

export const selectionSchema: GenericSchema<Selection> = object({
  ...found,
  each: array(object({ nodeId: string(), ...named, ...found }))
})

export const documentFailureSchema: GenericSchema<DocumentFailure> = variant('kind', [
  object({ kind: literal('node-gone') }),
  object({ kind: literal('node-changed') }),
  object({ kind: literal('export-failed'), detail: string() }),
  object({ kind: literal('image-refused'), detail: string() }),
  object({ kind: literal('cannot-write'), detail: string() }),
  object({ kind: literal('storage-failed'), detail: string() }),
  object({ kind: literal('no-answer'), call: string() }),
  object({ kind: literal('broken'), detail: string() })
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

export const picturePaintSchema: GenericSchema<PicturePaint> = variant('kind', [
  object({ kind: literal('colour'), css: string(), opacity: finiteNumber }),
  object({
    kind: literal('image'),
    bytes: bytesSchema,
    opacity: finiteNumber,
    scaleMode: picklist(['FILL', 'FIT', 'CROP', 'TILE']),
    transform: affineSchema,
    rotation: finiteNumber,
    tileScale: finiteNumber
  })
])

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

const orderSchema: GenericSchema<Order> = object({
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

export const sentRecordSchema: GenericSchema<SentRecord> = object({
  id: string(),
  file: fileSchema,
  ...named,
  sentAtMs: finiteNumber
})

export const taskRecordSchema: GenericSchema<TaskRecord> = object({
  taskId: string(),
  file: fileSchema,
  serviceUrl: string(),
  order: orderSchema,
  createdAtMs: finiteNumber
})
