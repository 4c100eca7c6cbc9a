import type { Payload, Reply } from '../../bridge/protocol'
import type { Insets } from '../../core/geometry/insets'
import type { Size } from '../../core/geometry/size'
import { randomId } from '../../core/random-id'
import type { Axes } from '../growth/frame-layout'

/** What the plugin remembers of its changes to the document until it is closed. */
export interface Session {
  /** Identifies this window among others on the same device. */
  readonly id: string
  /** The images placed in this session, by the id of their expansion. */
  readonly runs: Map<string, PlacedRun>
  /** The window's open cards, by the id of their expansion; only their images are watched. */
  readonly cards: Map<string, Card>
  /** Functions that show images again which are hidden for a comparison, by the id of their expansion. */
  readonly hidden: Map<string, () => void>
  /** The latest placing of each task, by the task's id: placings of the same task run one after the other. */
  readonly turns: Map<string, Promise<unknown>>
}

export function startSession(): Session {
  return { id: randomId(), runs: new Map(), cards: new Map(), hidden: new Map(), turns: new Map() }
}

export type Where = Reply<'place-result'>['where']

/** A layer that can show an image as a fill. */
export type PaintedLayer = SceneNode & MinimalFillsMixin

/** An image that was placed in this session. */
export interface PlacedRun {
  /** The layer that shows it. */
  readonly layer: PaintedLayer
  readonly imageHash: string
  readonly where: Where
  /** Tasks whose images were placed here, each replacing the one before. */
  readonly tasks: readonly string[]
  /** Whether the layer accepted data: if so, the data identify the image better than the session. */
  readonly isKept: boolean
  /** Whether the designer kept the image: discarding an image that replaces it restores it. */
  readonly isDecided: boolean
  readonly change: Change
}

/** A card of the window whose image waits for a decision. */
export interface Card {
  /** The expansion's images that were placed since the card is open, the latest last. */
  readonly placings: readonly Placing[]
  /** The state that was last sent to the window; null after a placing. */
  readonly told: ImageFound | null
}

/** Whether a card's image is in the document. */
export type ImageFound = Payload<'images-changed'>[number]

export interface Placing {
  /** The window's own name for the image. */
  readonly variant: number
  readonly where: Where | 'apart'
  /** The layer that shows it. */
  readonly layerId: string
  readonly imageHash: string
  /** The subject's layer; null without one. */
  readonly subjectId: string | null
  /** The change for the image; null if it was made in another session or the image was placed apart. */
  readonly run: PlacedRun | null
}

/** The change for an image, which discarding it reverses. */
export type Change =
  | { readonly kind: 'new-layer' }
  | { readonly kind: 'new-paint'; readonly grown: Grown | null; readonly before: LayerData }
  /** The image replaced one of an earlier session. */
  | { readonly kind: 'new-image'; readonly replacedHash: string; readonly before: LayerData }

/** The growth of a layer. */
export interface Grown {
  readonly insets: Insets
  /** The grown size, as the platform stores it. */
  readonly size: Size
  readonly fixed: Axes
  /** The paints that were adapted to the grown box, as they are now and as they were before. */
  readonly relaid: readonly { readonly now: Paint; readonly before: Paint }[]
}

/** The plugin's own data on a layer. */
export interface LayerData {
  readonly runs: string
  readonly relaunch: Readonly<Record<string, string>>
}
