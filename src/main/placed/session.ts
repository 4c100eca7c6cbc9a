import type { Payload, Reply } from '../../bridge/protocol'
import type { ImageRef } from '../../core/expansion/journal-entry'
import type { Insets } from '../../core/geometry/insets'
import type { Size } from '../../core/geometry/size'
import { randomId } from '../../core/random-id'
import type { Axes } from '../growth/frame-layout'
import { createJournal, type Journal } from '../storage/journal'

/** What one run of the plugin remembers of what it did to the document: gone when it is closed. */
export interface Session {
  /** Tells this window from others on the same device. */
  readonly id: string
  /** What is paid for and not decided about, on this device. */
  readonly journal: Journal
  /** The images that it has placed, by the id of their expansion run. */
  readonly runs: Map<string, PlacedRun>
  /** What the window has open cards of, by the id of their run: only for these images is looked. */
  readonly cards: Map<string, Card>
  /** Images that it hides for the moment, by the id of their run: each shows its own again. */
  readonly hidden: Map<string, () => void>
  /** The latest placing of each image, by its key: two of the same image go one after the other. */
  readonly turns: Map<string, Promise<unknown>>
}

export function startSession(): Session {
  const id = randomId()
  const journal = createJournal(id)
  return { id, journal, runs: new Map(), cards: new Map(), hidden: new Map(), turns: new Map() }
}

export type Where = Reply<'place-result'>['where']

/** A layer that shows an image by one of its fills. */
export type PaintedLayer = SceneNode & MinimalFillsMixin

/** An image that this run of the plugin has placed. */
export interface PlacedRun {
  /** The layer that shows it. */
  readonly layer: PaintedLayer
  readonly imageHash: string
  readonly where: Where
  /** Keys of the images that were placed here, one in the place of the other. */
  readonly tasks: readonly string[]
  /** Whether the layer took data: where it did, they tell better than memory which image of it this is. */
  readonly isKept: boolean
  /** Whether it was decided to keep it: what is placed over it since is taken back to it. */
  readonly isDecided: boolean
  readonly change: Change
}

/** An image that waits in the window for a decision. */
export interface Card {
  /** The images of the run that were placed since it is open, the latest last. */
  readonly placings: readonly Placing[]
  /** What the window was told last of it; null where that is overtaken by a placing. */
  readonly told: ImageFound | null
}

/** Whether an image of a card is in the document. */
export type ImageFound = Payload<'images-changed'>[number]

export interface Placing {
  /** The window's own name for the image. */
  readonly variant: number
  readonly image: ImageRef
  readonly where: Where | 'apart'
  /** The layer that shows it. */
  readonly layerId: string
  readonly imageHash: string
  /** The layer that it was made for; null where there is none. */
  readonly subjectId: string | null
  /** What was changed for it; null where this run of the plugin does not know, or it was placed apart. */
  readonly run: PlacedRun | null
}

/** What was changed for it, and is changed back when it is taken back. */
export type Change =
  | { readonly kind: 'new-layer' }
  | { readonly kind: 'new-paint'; readonly grown: Grown | null; readonly before: LayerData }
  /** An image of an earlier run of the plugin was there. */
  | { readonly kind: 'new-image'; readonly replacedHash: string; readonly before: LayerData }

/** What growing did to a layer. */
export interface Grown {
  readonly insets: Insets
  /** Its size since, as the platform has it. */
  readonly size: Size
  readonly fixed: Axes
  /** Its paints that were laid anew, as they are since and as they were. */
  readonly relaid: readonly { readonly now: Paint; readonly before: Paint }[]
}

/** What the plugin itself keeps on a layer. */
export interface LayerData {
  readonly runs: string
  readonly relaunch: Readonly<Record<string, string>>
}
