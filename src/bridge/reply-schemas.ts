import {
  array,
  boolean,
  literal,
  nullable,
  object,
  picklist,
  string,
  tuple,
  tupleWithRest,
  variant,
  type GenericSchema
} from 'valibot'
import type { DocumentFailure } from '../core/failures'
import type { FrameTarget } from '../core/plan/frame-target'
import type { DrawablePaint } from '../core/plan/drawable-paint'
import type { Obstacle, Selection, SidesTarget, SubjectContent } from '../core/plan/target'
import { affineSchema, bytesSchema, finiteNumber, originSchema, shapeSchema, sourceSchema } from './schemas'

/*
 * Narrowing of what only answers and events hold: the window has it, and the main thread, which sends them, does not.
 */

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
  kind: picklist(['frame', 'component', 'shape', 'text', 'other']),
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
  isFilled: boolean(),
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
  object({ kind: literal('not-expandable'), name: string(), nodeType: string() }),
  object({ kind: literal('hidden'), name: string() }),
  object({ kind: literal('empty'), name: string() }),
  object({ kind: literal('masked'), name: string() }),
  object({ kind: literal('see-through'), name: string() }),
  object({ kind: literal('blended'), name: string() }),
  object({ kind: literal('inside-instance'), name: string(), instanceName: string() }),
  object({ kind: literal('inside-boolean'), name: string() }),
  object({ kind: literal('fixed-variant'), name: string() }),
  object({ kind: literal('no-frame-around'), name: string(), parentType: string() }),
  object({ kind: literal('pattern-fill'), name: string() }),
  object({ kind: literal('styled-instance'), name: string() }),
  object({ kind: literal('different-parents') }),
  object({ kind: literal('no-picture-inside'), name: string() }),
  object({ kind: literal('picture-is-fill'), name: string() })
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
  nodeIds: array(string()),
  ...found,
  each: array(object({ nodeId: string(), name: string(), ...found }))
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

export const picturePaintSchema: GenericSchema<DrawablePaint> = variant('kind', [
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
