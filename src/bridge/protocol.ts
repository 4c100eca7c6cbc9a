import {
  array,
  boolean,
  finite,
  null_,
  nullable,
  number,
  object,
  picklist,
  pipe,
  string,
  type GenericSchema,
  type InferOutput
} from 'valibot'
import {
  bytesSchema,
  durationsSchema,
  fileSchema,
  maskShapesSchema,
  picturePaintSchema,
  placementSchema,
  recipeSchema,
  selectionSchema,
  sentRecordSchema,
  settingsSchema,
  sizeSchema,
  sourceSchema,
  taskRecordSchema
} from './schemas'

interface Call {
  readonly params: GenericSchema
  readonly reply: GenericSchema
  /** How long the caller waits for the answer, ms. */
  readonly timeoutMs: number
}

/** Null and not undefined: a missing field and an undefined one need not survive copying as different things. */
const nothing = null_()

/** A call that only reads or writes a few values answers at once; this is for an editor that is busy. */
const quickMs = 20_000

/** Exporting and placing take as long as Figma takes over a very large file. */
const slowMs = 120_000

/** Every call from the UI to the main thread: what it takes, what it answers. */
export const calls = {
  /** What of the selection can be expanded, or why nothing can. */
  'describe-selection': { params: nothing, reply: selectionSchema, timeoutMs: quickMs },
  /** Renders a layer (or its own paints alone) as PNG, sRGB, at `scale` pixels for each document unit. */
  'export-subject': {
    params: object({ source: sourceSchema, scale: pipe(number(), finite()) }),
    reply: object({ png: bytesSchema }),
    timeoutMs: slowMs
  },
  /** Reads the paints of a layer's background, for a small picture of it; the document is not touched. */
  'read-paints': {
    params: object({ nodeId: string() }),
    reply: object({ paints: array(picturePaintSchema) }),
    timeoutMs: slowMs
  },
  /** Writes the mask of a canvas request as PNG, of exactly `size` pixels; the shapes are in those pixels. */
  'build-mask': {
    params: object({ size: sizeSchema, shapes: maskShapesSchema, isInverted: boolean() }),
    reply: object({ png: bytesSchema }),
    timeoutMs: quickMs
  },
  /**
   * Puts the image where the placement says, as a fill or as a new layer behind, with its recipe: one undo step. An image
   * of the same run that is there is replaced. A layer that is gone: beside where it was, selected. Of a remembered task
   * (`task`) it is placed once, whichever windows try: `elsewhere` says that another one has placed or discarded it, and
   * nothing is changed; the task is forgotten with its placing.
   */
  'place-result': {
    params: object({
      image: bytesSchema,
      placement: placementSchema,
      recipe: recipeSchema,
      runId: string(),
      task: nullable(string())
    }),
    reply: object({
      where: picklist([
        'grown',
        'behind',
        'filled',
        'changed-meanwhile',
        'replaced',
        'beside',
        'in-view',
        'elsewhere'
      ])
    }),
    timeoutMs: slowMs
  },
  /**
   * Takes the image of a run away that this window has placed, and makes the layer what it was: one undo step. `image-only`
   * says that the layer was changed since, and keeps that; `gone` that there was nothing to take away any more.
   */
  'take-back': {
    params: object({ runId: string() }),
    reply: object({ back: picklist(['whole', 'image-only', 'gone']) }),
    timeoutMs: slowMs
  },
  /** Hides the image of a run on the canvas, or shows it again. */
  'show-original': {
    params: object({ runId: string(), isShown: boolean() }),
    reply: nothing,
    timeoutMs: quickMs
  },
  /**
   * How the plugin was started: to expand, to fill an enlarged frame, or to do again what the selected layer has the recipe
   * of (by the menu, or the button on the layer); null where it has none.
   */
  'read-launch': {
    params: nothing,
    reply: object({
      command: picklist(['expand', 'fill', 'again']),
      recipe: nullable(recipeSchema)
    }),
    timeoutMs: quickMs
  },
  /** The prompts of the last runs on this device, the latest first. */
  'read-prompts': { params: nothing, reply: array(string()), timeoutMs: quickMs },
  'write-prompts': { params: array(string()), reply: nothing, timeoutMs: quickMs },
  /** How long the last requests took on this device. */
  'read-durations': { params: nothing, reply: durationsSchema, timeoutMs: quickMs },
  'write-durations': { params: durationsSchema, reply: nothing, timeoutMs: quickMs },
  /**
   * Puts the image on the current page as a layer of its own, in the middle of the view, of the canvas's size or (null) its
   * own: one undo step.
   */
  'place-apart': {
    params: object({ image: bytesSchema, canvas: nullable(sizeSchema) }),
    reply: nothing,
    timeoutMs: slowMs
  },
  /** Tells which file this is. Its id is one of ours: empty where it has none yet and may not be marked with one. */
  'identify-file': { params: object({ mayMark: boolean() }), reply: fileSchema, timeoutMs: quickMs },
  /** Keeps a paid task on this device until it is forgotten. */
  'remember-task': { params: taskRecordSchema, reply: nothing, timeoutMs: quickMs },
  'forget-task': { params: object({ taskId: string() }), reply: nothing, timeoutMs: quickMs },
  /** Every task that this device remembers, of any file; the oldest first. */
  'recall-tasks': { params: nothing, reply: array(taskRecordSchema), timeoutMs: quickMs },
  /** Keeps that a request is on its way until its answer is there: where that never comes, the user is told. */
  'note-sent': { params: sentRecordSchema, reply: nothing, timeoutMs: quickMs },
  'forget-sent': { params: object({ id: string() }), reply: nothing, timeoutMs: quickMs },
  'recall-sent': { params: nothing, reply: array(sentRecordSchema), timeoutMs: quickMs },
  'read-settings': { params: nothing, reply: settingsSchema, timeoutMs: quickMs },
  'write-settings': { params: settingsSchema, reply: nothing, timeoutMs: quickMs },
  /** The API key, from its own storage entry; null where there is none. This and `write-key` alone carry it. */
  'read-key': { params: nothing, reply: nullable(string()), timeoutMs: quickMs },
  /** Keeps the key; null removes it. */
  'write-key': { params: nullable(string()), reply: nothing, timeoutMs: quickMs },
  /** Resizes the window; the final size is kept for the next time it is opened. */
  'resize-window': {
    params: object({ size: sizeSchema, isFinal: boolean() }),
    reply: nothing,
    timeoutMs: quickMs
  },
  'close-plugin': { params: nothing, reply: nothing, timeoutMs: quickMs }
} as const satisfies Record<string, Call>

export type CallName = keyof typeof calls
export type Params<Name extends CallName> = InferOutput<(typeof calls)[Name]['params']>
export type Reply<Name extends CallName> = InferOutput<(typeof calls)[Name]['reply']>

/** Every event from the main thread to the UI. */
export const events = {
  'selection-changed': selectionSchema
} as const satisfies Record<string, GenericSchema>

export type EventName = keyof typeof events
export type Payload<Name extends EventName> = InferOutput<(typeof events)[Name]>
