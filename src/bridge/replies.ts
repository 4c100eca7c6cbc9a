import {
  array,
  boolean,
  literal,
  null_,
  nullable,
  number,
  object,
  picklist,
  string,
  union,
  variant,
  type GenericSchema
} from 'valibot'
import type { params } from './params'
import { picturePaintSchema, selectionSchema } from './reply-schemas'
import {
  bytesSchema,
  durationsSchema,
  fileSchema,
  recipeSchema,
  sentRecordSchema,
  settingsSchema,
  taskRecordSchema,
  whereSchema
} from './schemas'

const nothing = null_()

/** What each call answers: the other half of `params`, in a file of its own since the main thread needs none of it. */
export const replies = {
  'describe-selection': selectionSchema,
  'export-subject': object({ png: bytesSchema }),
  'read-paints': object({ paints: array(picturePaintSchema) }),
  'build-mask': object({ png: bytesSchema }),
  'place-result': object({
    where: whereSchema
  }),
  'take-back': object({ back: picklist(['whole', 'image-only', 'gone']) }),
  'keep-result': object({ isKept: boolean() }),
  'forget-image': nothing,
  'show-original': nothing,
  'read-launch': object({
    command: picklist(['expand', 'fill', 'again']),
    recipe: nullable(recipeSchema)
  }),
  'read-prompts': array(string()),
  'write-prompts': nothing,
  'read-durations': durationsSchema,
  'write-durations': nothing,
  'place-apart': nothing,
  'identify-file': fileSchema,
  'remember-task': nothing,
  'forget-task': nothing,
  'recall-tasks': array(taskRecordSchema),
  'note-sent': nothing,
  'forget-sent': nothing,
  'recall-sent': array(sentRecordSchema),
  'read-settings': settingsSchema,
  'write-settings': nothing,
  'read-key': nullable(string()),
  'write-key': nothing,
  'resize-window': nothing,
  'close-plugin': nothing
} as const satisfies Record<keyof typeof params, GenericSchema>

/** Every event from the main thread to the UI. */
export const events = {
  'selection-changed': selectionSchema,
  /**
   * Images that the window speaks of have come to be in the document or have gone from it: by undo, by redo, or by hand.
   * `isBack` says that what was changed for the image is as it was.
   */
  'images-changed': array(
    variant('kind', [
      object({
        kind: literal('there'),
        runId: string(),
        variant: number(),
        where: union([whereSchema, literal('apart')])
      }),
      object({ kind: literal('gone'), runId: string(), isBack: boolean() })
    ])
  )
} as const satisfies Record<string, GenericSchema>
