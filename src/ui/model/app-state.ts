import type { Failure } from '../../core/failure'
import type { Side } from '../../core/insets'
import { defaultSettings, type Settings } from '../../core/settings'
import type { Selection, SubjectContent } from '../../core/target'
import type { KeptVerdict } from '../../core/mask/kept-verdict'
import type { FinishedImage } from '../../raster/finish/finished-image'
import type { ExpansionEnd, Reached } from './expansion'
import type { Stage } from './expansion-ports'
import type { Order } from '../../core/order'
import type { RememberedTask } from './task-memory'
import type { Thumbnail } from './thumbnails'

/** What is being expanded, or how the last expansion ended. */
export type Run =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'running'
      readonly order: Order
      readonly stage: Stage
      readonly percent: number | null
    }
  | {
      readonly kind: 'placed'
      readonly order: Order
      readonly where: (ExpansionEnd & { kind: 'placed' })['geometry'] | 'apart'
      readonly verdict: KeptVerdict | null
      readonly seam: FinishedImage['seam']
    }
  | {
      readonly kind: 'failed'
      readonly order: Order | null
      readonly failure: Failure
      readonly reached: Reached
    }
  | {
      readonly kind: 'cancelled'
      readonly order: Order
      readonly reached: Reached
      readonly mayBeCharged: boolean
    }

/** How the canvas is given: the frame around the picture, or how far each side grows. */
export type Mode = 'frame' | 'sides'

/** What a test of the key found. */
export type KeyCheck =
  | { readonly kind: 'none' }
  | { readonly kind: 'checking' }
  | { readonly kind: 'accepted' }
  | { readonly kind: 'failed'; readonly failure: Failure }

/** Everything that the window shows. The key itself is not part of it. */
export interface AppState {
  readonly screen: 'expand' | 'settings'
  /** Null until the main thread has answered. */
  readonly selection: Selection | null
  /** The mode that the user chose; null leaves it to what is selected. */
  readonly chosenMode: Mode | null
  /** The layers of the frame that the user chose to keep; null leaves it to what was found. */
  readonly chosenSubjects: readonly string[] | null
  /** What of a layer the user chose to send; null leaves it to what was found. */
  readonly chosenContent: SubjectContent['kind'] | null
  /** As typed. */
  readonly insetTexts: Readonly<Record<Side, string>>
  readonly prompt: string
  /** Paid tasks of earlier whose images are neither placed nor discarded; the one under way is not among them. */
  readonly remembered: readonly RememberedTask[]
  /** What is sent, as a picture; null where there is none (yet). */
  readonly thumbnail: Thumbnail | null
  readonly run: Run
  readonly settings: Settings
  readonly hasKey: boolean
  readonly keyCheck: KeyCheck
  /** Why the settings could not be kept or read; null where they were. */
  readonly settingsFailure: Failure | null
}

export const initialState: AppState = {
  screen: 'expand',
  selection: null,
  chosenMode: null,
  chosenSubjects: null,
  chosenContent: null,
  insetTexts: { top: '10%', right: '10%', bottom: '10%', left: '10%' },
  prompt: '',
  remembered: [],
  thumbnail: null,
  run: { kind: 'idle' },
  settings: defaultSettings,
  hasKey: false,
  keyCheck: { kind: 'none' },
  settingsFailure: null
}
