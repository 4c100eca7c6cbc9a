import {
  boolean,
  type GenericSchema,
  type InferOutput,
  integer,
  null_,
  nullable,
  number,
  object,
  picklist,
  pipe,
  string
} from 'valibot'
import type { FileIdentity, JournalEntry } from '../core/expansion/journal-entry'
import type { LostUpload } from '../core/expansion/lost-upload'
import type { Recipe } from '../core/expansion/recipe'
import type { Size } from '../core/geometry/size'
import type { DrawablePaint } from '../core/plan/drawable-paint'
import type { Selection } from '../core/plan/target'
import {
  acceptanceSchema,
  bytesSchema,
  expansionSchema,
  finiteNumber,
  imageIndexSchema,
  imageRefSchema,
  journalEntrySchema,
  maskShapesSchema,
  placementSchema,
  recipeSchema,
  sizeSchema,
  sourceSchema,
  type Where
} from './schemas'
import { type StoredName, storedNames, storedPairSchema, type StoredValues } from './stored-values'

/** Null and not undefined: a missing field and an undefined one need not survive copying as different things. */
const nothing = null_()

const variantId = pipe(number(), integer())

/** A call that reads or writes a few values waits for an editor that is busy, ms. */
const shortMs = 20_000

/** Exporting and placing take as long as Figma takes over a very large file, ms. */
const longMs = 120_000

/**
 * The type of a reply, for the compiler alone: both ends are of one build, so a reply is not narrowed as it arrives, and no
 * reply has a `type` when it runs. `hasFiles`: it may hold bytes of any length, which go ahead of it in pieces.
 */
interface ReplyOf<Value> {
  readonly hasFiles: boolean
  readonly type: Value
}

const data = { hasFiles: false }
const files = { hasFiles: true }

/**
 * Every call from the UI to the main thread: what it takes, what it answers, and how long the caller waits for that.
 * Parameters are narrowed as they arrive: a malformed one would be written into the document or the storage.
 */
export const calls = {
  /** What of the selection can be expanded, or why nothing can. */
  'describe-selection': { params: nothing, reply: data as ReplyOf<Selection>, timeout: shortMs },
  /** Renders a layer (or its own paints alone) as PNG, sRGB, at `scale` pixels for each document unit. */
  'export-subject': {
    params: object({ source: sourceSchema, scale: finiteNumber }),
    reply: files as ReplyOf<{ readonly png: Uint8Array }>,
    timeout: longMs
  },
  /** Reads the paints of a layer's background, for a small picture of it; the document is not touched. */
  'read-paints': {
    params: object({ nodeId: string() }),
    reply: files as ReplyOf<{ readonly paints: readonly DrawablePaint[] }>,
    timeout: longMs
  },
  /** Writes the mask of a canvas request as PNG, of exactly `size` pixels; the shapes are in those pixels. */
  'build-mask': {
    params: object({ size: sizeSchema, shapes: maskShapesSchema, isInverted: boolean() }),
    reply: data as ReplyOf<{ readonly png: Uint8Array }>,
    timeout: shortMs
  },
  /**
   * Puts an image where the placement says, as a fill or as a new layer behind, with its recipe: one undo step. An image of
   * the same run that is there is replaced. A layer that is gone: beside where it was, selected. The image is placed once,
   * whichever windows try: `elsewhere` says that another one has placed it or decided about it, and nothing is changed. The
   * journal notes which images are in the document. `claim` says who else may place the image: nobody, since this window has
   * decided about it (`none`); windows that resume its task (`own`); or this window resumes it itself, and waits for its turn
   * (`resumed`). `variant` is the window's own name for the image: it is told by it where the image has come to be
   * there, or has gone.
   */
  'place-result': {
    params: object({
      image: bytesSchema,
      ref: imageRefSchema,
      claim: picklist(['none', 'own', 'resumed']),
      placement: placementSchema,
      recipe: recipeSchema,
      runId: string(),
      variant: variantId
    }),
    reply: data as ReplyOf<{ readonly where: Where }>,
    timeout: longMs
  },
  /**
   * Takes the image of a run away that this window has placed, and makes the layer what it was: one undo step. `image-only`
   * says that the layer was changed since, and keeps that; `gone` that there was nothing to take away any more.
   */
  'take-back': {
    params: object({ runId: string() }),
    reply: data as ReplyOf<{ readonly back: 'whole' | 'image-only' | 'gone' }>,
    timeout: longMs
  },
  /** Decides that this image of a run stays; `isKept` is false, and nothing is decided, where it is not there any more. */
  'keep-result': {
    params: object({ runId: string(), variant: variantId }),
    reply: data as ReplyOf<{ readonly isKept: boolean }>,
    timeout: longMs
  },
  /** The window shows nothing of a run any more: its image is not looked for. */
  'forget-image': { params: object({ runId: string() }), reply: data as ReplyOf<null>, timeout: shortMs },
  /** Hides the image of a run on the canvas, or shows it again. */
  'show-original': {
    params: object({ runId: string(), isShown: boolean() }),
    reply: data as ReplyOf<null>,
    timeout: shortMs
  },
  /**
   * How the plugin was started: to expand, to fill an enlarged frame, or to do again what the selected layer has the recipe
   * of (by the menu, or the button on the layer); null where it has none.
   */
  'read-launch': {
    params: nothing,
    reply: data as ReplyOf<{ readonly command: 'expand' | 'fill' | 'again'; readonly recipe: Recipe | null }>,
    timeout: shortMs
  },
  /**
   * Puts the image on the current page as a layer of its own, in the middle of the view, of the canvas's size or (null) its
   * own: one undo step.
   */
  'place-apart': {
    params: object({
      image: bytesSchema,
      ref: imageRefSchema,
      canvas: nullable(sizeSchema),
      runId: string(),
      variant: variantId
    }),
    reply: data as ReplyOf<null>,
    timeout: longMs
  },
  /**
   * Writes a journal entry, pending, right before its create is handed over. Answers which file this is: its id is one of
   * ours, empty where it has none yet.
   */
  'begin-entry': {
    params: object({ id: string(), serviceUrl: string(), expansion: expansionSchema }),
    reply: data as ReplyOf<{ readonly file: FileIdentity }>,
    timeout: shortMs
  },
  /** Notes the service's answer to a create: from here on its task is remembered, with the file that it is for. */
  'accept-entry': {
    params: object({ id: string(), acceptance: acceptanceSchema }),
    reply: data as ReplyOf<null>,
    timeout: shortMs
  },
  /** Notes that an image is kept or discarded; null: all of the entry's. The entry goes with its last one. */
  'settle-entry': {
    params: object({ id: string(), image: nullable(imageIndexSchema) }),
    reply: data as ReplyOf<null>,
    timeout: shortMs
  },
  /** Writes an entry again that was settled a moment ago. */
  'restore-entry': { params: journalEntrySchema, reply: data as ReplyOf<null>, timeout: shortMs },
  /** Every task of this device whose images wait, and the creates of other windows that are lost; of any file. */
  'list-entries': {
    params: nothing,
    reply: data as ReplyOf<{
      readonly here: FileIdentity
      readonly tasks: readonly JournalEntry[]
      readonly lost: readonly LostUpload[]
      readonly againInMs: number | null
    }>,
    timeout: shortMs
  },
  /** A value that this device keeps, or its default. This and `write-stored` alone carry the API key. */
  'read-stored': {
    params: object({ name: picklist(storedNames) }),
    reply: data as ReplyOf<StoredValues[StoredName]>,
    timeout: shortMs
  },
  /** Keeps a value on this device; null removes it. */
  'write-stored': { params: storedPairSchema, reply: data as ReplyOf<null>, timeout: shortMs },
  /** Makes the window so large, or as nearly as is allowed: answers the size that it has then. */
  'resize-window': { params: sizeSchema, reply: data as ReplyOf<Size>, timeout: shortMs },
  'close-plugin': { params: nothing, reply: data as ReplyOf<null>, timeout: shortMs }
} as const satisfies Record<
  string,
  { readonly params: GenericSchema; readonly reply: ReplyOf<unknown>; readonly timeout: number }
>

type Calls = typeof calls
export type CallName = keyof Calls
export type Params<Name extends CallName> = InferOutput<Calls[Name]['params']>
export type Reply<Name extends CallName> = Calls[Name]['reply'] extends ReplyOf<infer Value> ? Value : never

/** What became of an image. `isBack` says that what was changed for the image is as it was. */
export type ImageChange =
  | {
      readonly kind: 'there'
      readonly runId: string
      readonly variant: number
      readonly where: Where | 'apart'
    }
  | { readonly kind: 'gone'; readonly runId: string; readonly isBack: boolean }

/** Every event from the main thread to the UI, with its payload. */
interface Events {
  readonly 'selection-changed': Selection
  /** Images that the window speaks of have come to be in the document or have gone from it: by undo, by redo, or by hand. */
  readonly 'images-changed': readonly ImageChange[]
}
export type EventName = keyof Events
export type Payload<Name extends EventName> = Events[Name]
