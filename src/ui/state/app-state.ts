import type { Expansion } from '../../core/expansion/expansion'
import { type Durations, noDurations } from '../../core/expansion/expected-time'
import type { JournalEntry } from '../../core/expansion/journal-entry'
import type { LostUpload } from '../../core/expansion/lost-upload'
import type { TuningField } from '../../core/expansion/tuning'
import type { Failure } from '../../core/failures'
import type { Side } from '../../core/geometry/insets'
import { evenPercent } from '../../core/growth/even-growth'
import type { Anchor, Growth } from '../../core/growth/growth'
import type { Selection, SubjectContent } from '../../core/plan/target'
import { defaultSettings, type RequestSettings, type Settings } from '../../core/settings'
import type { FinishedImage } from '../expansion/expansion-types'
import type { RememberedTask } from '../expansion/remembered-task'
import type { Run } from '../expansion/run'
import type { Thumbnail } from '../expansion/thumbnails'

/** How the canvas is given: the frame around the picture, or how far each side grows. */
export type Mode = 'frame' | 'sides'

/** What a test of the key found. */
export type KeyCheck =
  | { readonly kind: 'none' }
  /** Another key was kept just now, and not tested yet. */
  | { readonly kind: 'saved' }
  | { readonly kind: 'checking' }
  | { readonly kind: 'accepted' }
  | { readonly kind: 'failed'; readonly failure: Failure }

/** What is to be said once, beside the runs. */
export type News =
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** The image was taken away; what else was changed since of the layer is as it is. */
  | { readonly kind: 'image-only'; readonly name: string }
  | { readonly kind: 'nothing-to-take-back'; readonly name: string }
  /** An image stays in the document. */
  | { readonly kind: 'kept'; readonly name: string }
  /** An image that was to be kept is not in the document any more. */
  | { readonly kind: 'not-kept'; readonly name: string }
  /** An image was taken away with all that it had changed. */
  | { readonly kind: 'discarded'; readonly name: string }
  | { readonly kind: 'all-kept'; readonly count: number }
  | { readonly kind: 'all-discarded'; readonly count: number }
  /** An image that was paid for and not looked at is let go; it can be had again as long as this is told. */
  | { readonly kind: 'let-go'; readonly name: string; readonly entries: readonly JournalEntry[] }
  /** *Expand again* was asked for, and the selected layer has no image of the plugin. */
  | { readonly kind: 'no-recipe' }

/** Whether news is gone by itself with the next layer that is selected, or the next press. */
export function passes({ kind }: News): boolean {
  return ['kept', 'not-kept', 'discarded', 'all-kept', 'all-discarded'].includes(kind)
}

/** Returns the news that are still to be told when another layer is selected: what went wrong is. */
export function stillToTell(news: News | null): News | null {
  return news === null || passes(news) || news.kind === 'no-recipe' ? null : news
}

/** Which run is shown in full among several. */
type OpenRun =
  /** The one that waits for a decision, where that is a single one. */
  | { readonly kind: 'awaited' }
  /** As the user chose; null is none. */
  | { readonly kind: 'chosen'; readonly runId: string | null }

/** An image that was made since the plugin was opened. */
export interface PastImage {
  readonly expansion: Expansion
  readonly image: FinishedImage
  /** Whether it was decided to keep it in the document. */
  readonly isKept: boolean
}

/** Everything that the window shows. The key itself is not part of it. */
export interface AppState {
  readonly screen: 'expand' | 'settings' | 'history'
  /**
   * The window was opened to fill what is selected: all that is left is a press. False once that press was made, or other
   * layers are selected.
   */
  readonly isAsked: boolean
  /** Null until the main thread has answered. */
  readonly selection: Selection | null
  /** The mode that the user chose; null leaves it to what is selected. */
  readonly chosenMode: Mode | null
  /** The layers of the frame that the user chose to keep; null leaves it to what was found. */
  readonly chosenSubjects: readonly string[] | null
  /** What of a layer the user chose to send; null leaves it to what was found. */
  readonly chosenContent: SubjectContent['kind'] | null
  readonly growthKind: Growth['kind']
  /** As typed. */
  readonly insetTexts: Readonly<Record<Side, string>>
  /** A name of `core/ratios`. */
  readonly ratio: string
  /** As typed. */
  readonly sizeTexts: { readonly width: string; readonly height: string }
  readonly anchor: Anchor
  /** A link to an image, as typed. */
  readonly link: string
  /** How far a linked image grows, in per cent, as typed. */
  readonly linkTexts: Readonly<Record<Side, string>>
  readonly prompt: string
  /** As typed; empty leaves it to the service. */
  readonly tuningTexts: Readonly<Record<TuningField, string>>
  /** The prompts of the last runs on this device, the latest first. */
  readonly prompts: readonly string[]
  readonly durations: Durations
  /** Paid tasks of earlier whose images are neither placed nor discarded, without those of the runs. */
  readonly remembered: readonly RememberedTask[]
  /** Creates of other windows whose images nobody can get any more. */
  readonly lost: readonly LostUpload[]
  /** What is sent, as a picture; null where there is none (yet). */
  readonly thumbnail: Thumbnail | null
  /** While a picture of what is selected is being made. */
  readonly isPictureComing: boolean
  /** What is under way and what was made of it, the earliest first. */
  readonly runs: readonly Run[]
  readonly openRun: OpenRun
  readonly news: News | null
  /** The images of this session, the latest first. */
  readonly past: readonly PastImage[]
  /** As they are kept on this device. What a press asks for is made with `requestSettingsOf`. */
  readonly settings: Settings
  /**
   * What *Expand again* took from the recipe of the layer with this id: holds as long as this layer is selected, and never
   * becomes part of `settings`. Null without a recipe. `nodeId` is null if nothing is known of the layer.
   */
  readonly recipeSettings: (RequestSettings & { readonly nodeId: string | null }) | null
  readonly hasKey: boolean
  readonly keyCheck: KeyCheck
  /** Why the settings could not be kept or read; null where they were. */
  readonly settingsFailure: Failure | null
}

/** Computes how a press has masks read and seams matched: as the recipe says, else as the settings do. */
export function requestSettingsOf({ settings, recipeSettings }: AppState): RequestSettings {
  const { maskIsInverted, matchSeam } = recipeSettings ?? settings
  return { maskIsInverted, matchSeam }
}

export const initialState: AppState = {
  screen: 'expand',
  isAsked: false,
  selection: null,
  chosenMode: null,
  chosenSubjects: null,
  chosenContent: null,
  growthKind: 'sides',
  insetTexts: {
    top: `${evenPercent}%`,
    right: `${evenPercent}%`,
    bottom: `${evenPercent}%`,
    left: `${evenPercent}%`
  },
  ratio: '16:9',
  sizeTexts: { width: '', height: '' },
  anchor: { across: 'middle', down: 'middle' },
  link: '',
  linkTexts: { top: '25', right: '25', bottom: '25', left: '25' },
  prompt: '',
  tuningTexts: { strength: '', scale: '', steps: '', seed: '' },
  prompts: [],
  durations: noDurations,
  remembered: [],
  lost: [],
  thumbnail: null,
  isPictureComing: false,
  runs: [],
  openRun: { kind: 'awaited' },
  news: null,
  past: [],
  settings: defaultSettings,
  recipeSettings: null,
  hasKey: false,
  keyCheck: { kind: 'none' },
  settingsFailure: null
}

/** Tells whether the plugin is to be introduced before anything else. */
export function isFirstRun({ hasKey, settings, selection }: AppState): boolean {
  return !hasKey && !settings.isIntroduced && selection !== null
}
