import {
  finite,
  instance,
  literal,
  nullable,
  number,
  object,
  picklist,
  pipe,
  string,
  variant,
  type GenericSchema
} from 'valibot'
import type { DocumentFailure } from '../core/document-failure'
import type { Insets } from '../core/insets'
import type { Settings } from '../core/settings'
import type { Size } from '../core/size'
import type { Selection } from '../core/target'

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

export const selectionSchema: GenericSchema<Selection> = variant('kind', [
  object({
    kind: literal('target'),
    target: object({
      nodeId: string(),
      name: string(),
      kind: picklist(['frame', 'component', 'shape']),
      content: picklist(['backdrop', 'everything']),
      liveLayers: finiteNumber,
      nativeScale: nullable(finiteNumber),
      width: finiteNumber,
      height: finiteNumber
    })
  }),
  object({
    kind: literal('obstacle'),
    obstacle: variant('kind', [
      object({ kind: literal('nothing-selected') }),
      object({ kind: literal('several-selected'), count: finiteNumber }),
      object({ kind: literal('not-expandable'), ...named, nodeType: string() }),
      object({ kind: literal('hidden'), ...named }),
      object({ kind: literal('empty'), ...named }),
      object({ kind: literal('rotated'), ...named }),
      object({ kind: literal('inside-instance'), ...named }),
      object({ kind: literal('inside-auto-layout'), ...named, parentName: string() }),
      object({ kind: literal('inside-boolean'), ...named }),
      object({ kind: literal('size-limited'), ...named })
    ])
  })
])

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
  ownUrl: string()
})
