import {
  array,
  boolean,
  finite,
  integer,
  null_,
  nullable,
  number,
  object,
  pipe,
  string,
  type GenericSchema
} from 'valibot'
import {
  bytesSchema,
  durationsSchema,
  maskShapesSchema,
  placementSchema,
  recipeSchema,
  sentRecordSchema,
  settingsSchema,
  sizeSchema,
  sourceSchema,
  taskRecordSchema
} from './schemas'

/** Null and not undefined: a missing field and an undefined one need not survive copying as different things. */
const nothing = null_()

const variantId = pipe(number(), integer())

/** Every call from the UI to the main thread, with what it takes. */
export const params = {
  /** What of the selection can be expanded, or why nothing can. */
  'describe-selection': nothing,
  /** Renders a layer (or its own paints alone) as PNG, sRGB, at `scale` pixels for each document unit. */
  'export-subject': object({ source: sourceSchema, scale: pipe(number(), finite()) }),
  /** Reads the paints of a layer's background, for a small picture of it; the document is not touched. */
  'read-paints': object({ nodeId: string() }),
  /** Writes the mask of a canvas request as PNG, of exactly `size` pixels; the shapes are in those pixels. */
  'build-mask': object({ size: sizeSchema, shapes: maskShapesSchema, isInverted: boolean() }),
  /**
   * Puts the image where the placement says, as a fill or as a new layer behind, with its recipe: one undo step. An image
   * of the same run that is there is replaced. A layer that is gone: beside where it was, selected. Of a remembered task
   * (`task`) it is placed once, whichever windows try: `elsewhere` says that another one has placed or discarded it, and
   * nothing is changed; the task is forgotten with its placing. `variant` is the window's own name for the image: it is told
   * by it where the image has come to be there, or has gone.
   */
  'place-result': object({
    image: bytesSchema,
    placement: placementSchema,
    recipe: recipeSchema,
    runId: string(),
    variant: variantId,
    task: nullable(string())
  }),
  /**
   * Takes the image of a run away that this window has placed, and makes the layer what it was: one undo step. `image-only`
   * says that the layer was changed since, and keeps that; `gone` that there was nothing to take away any more.
   */
  'take-back': object({ runId: string() }),
  /** Decides that this image of a run stays; `isKept` is false, and nothing is decided, where it is not there any more. */
  'keep-result': object({ runId: string(), variant: variantId }),
  /** The window shows nothing of a run any more: its image is not looked for. */
  'forget-image': object({ runId: string() }),
  /** Hides the image of a run on the canvas, or shows it again. */
  'show-original': object({ runId: string(), isShown: boolean() }),
  /**
   * How the plugin was started: to expand, to fill an enlarged frame, or to do again what the selected layer has the recipe
   * of (by the menu, or the button on the layer); null where it has none.
   */
  'read-launch': nothing,
  /** The prompts of the last runs on this device, the latest first. */
  'read-prompts': nothing,
  'write-prompts': array(string()),
  /** How long the last requests took on this device. */
  'read-durations': nothing,
  'write-durations': durationsSchema,
  /**
   * Puts the image on the current page as a layer of its own, in the middle of the view, of the canvas's size or (null) its
   * own: one undo step.
   */
  'place-apart': object({
    image: bytesSchema,
    canvas: nullable(sizeSchema),
    runId: string(),
    variant: variantId
  }),
  /** Tells which file this is. Its id is one of ours: empty where it has none yet and may not be marked with one. */
  'identify-file': object({ mayMark: boolean() }),
  /** Keeps a paid task on this device until it is forgotten. */
  'remember-task': taskRecordSchema,
  'forget-task': object({ taskId: string() }),
  /** Every task that this device remembers, of any file; the oldest first. */
  'recall-tasks': nothing,
  /**
   * Keeps that a request is on its way until its answer is there, or until an image is placed whose answer named no task:
   * where that never comes to be, the user is told.
   */
  'note-sent': sentRecordSchema,
  'forget-sent': object({ id: string() }),
  'recall-sent': nothing,
  'read-settings': nothing,
  'write-settings': settingsSchema,
  /** The API key, from its own storage entry; null where there is none. This and `write-key` alone carry it. */
  'read-key': nothing,
  /** Keeps the key; null removes it. */
  'write-key': nullable(string()),
  /** Resizes the window; the final size is kept for the next time it is opened. */
  'resize-window': object({ size: sizeSchema, isFinal: boolean() }),
  'close-plugin': nothing
} as const satisfies Record<string, GenericSchema>
