import type { ExpectedTime } from '../../core/expansion/expected-time'
import type { Failure } from '../../core/failures'
import type { Side } from '../../core/geometry/insets'
import type { KnownAreaVerdict } from '../../core/mask/known-area-verdict'
import type { SizeGroup, SizeName } from '../../core/growth/common-sizes'
import type { FrameObstacle } from '../../core/plan/plan-frame'
import type { GrowthObstacle } from '../../core/growth/growth'
import type { LinkObstacle } from '../../core/plan/plan-link'
import type { InsetsObstacle } from '../../core/plan/plan-sides'
import type { SeamGrade } from '../../core/expansion/seam-grade'
import type { Settings } from '../../core/settings'
import type { SubjectContent } from '../../core/plan/target'
import type { DraftObstacle } from '../draft/read-draft'
import type { TaskHope } from '../../core/expansion/task-record'
import type { TuningField } from '../../core/expansion/tuning'
import type { Mode, News } from '../state/app-state'
import type { Stage } from '../expansion/expansion-ports'
import type { FailureAction } from '../expansion/failure-actions'
import type { Reached } from '../expansion/obtain-result'
import type { Where } from '../expansion/run'
import type { HowFar } from './of-credits'

/** What people read when something went wrong: what happened and was not changed, and what to do. */
export interface Explanation {
  readonly title: string
  readonly sentence: string
}

/** One explanation for every kind of a union: a new kind without words does not compile. */
type ForEvery<Union extends { readonly kind: string }, Result, More extends readonly unknown[] = []> = {
  readonly [Kind in Union['kind']]: (what: Extract<Union, { readonly kind: Kind }>, ...more: More) => Result
}

interface TuningWords {
  readonly label: string
  /** What the service does where the field is empty. */
  readonly placeholder: string
  /** What it does, with its range. */
  readonly hint: string
}

/** Everything that the window says, in one language. */
export interface Words {
  /** Said of every failure that changed nothing; the test of a key leaves it out. */
  readonly unchanged: string
  /** The language, BCP 47. */
  readonly tag: string
  /** One text after the other, as sentences. */
  readonly sentences: (first: string, second: string) => string
  /** A name and what is said of it. */
  readonly listed: (name: string, about: string) => string
  readonly obstacles: ForEvery<DraftObstacle, Explanation>
  readonly insetsObstacles: ForEvery<InsetsObstacle | GrowthObstacle, string>
  readonly frameObstacles: ForEvery<FrameObstacle, Explanation>
  /** What a failure says of credits depends on how far its expansion had come. */
  readonly failures: ForEvery<Failure, Explanation, readonly [howFar: HowFar]>
  readonly stages: Readonly<Record<Stage, string>>
  readonly sides: Readonly<Record<Side, string>>
  readonly window: { readonly corner: string }
  readonly expand: {
    readonly action: string
    readonly mode: string
    readonly modes: Readonly<Record<Mode, string>>
    /** What is about to be done with a layer. */
    /** What stands before and after a layer's name. */
    readonly titles: Readonly<Record<Mode, { readonly before: string; readonly after: string }>>
    readonly pictureTitle: string
    readonly pictureHint: string
    readonly scaled: (size: string) => string
    readonly size: (from: string, to: string) => string
    readonly growthTitle: string
    readonly insetsHint: string
    readonly ratio: string
    /** The shape of the layer itself. */
    readonly original: string
    readonly width: string
    readonly height: string
    readonly anchor: string
    readonly anchorNames: Readonly<
      Record<'start' | 'middle' | 'end', Readonly<Record<'start' | 'middle' | 'end', string>>>
    >
    readonly variants: string
    readonly requests: (count: number) => string
    readonly overCap: (count: number, cap: number) => string
    readonly underWay: string
    readonly several: (ready: number, all: number, areFrames: boolean) => string
    readonly layers: (count: number) => string
    /** Of several layers, all of which have the size that was set. */
    readonly sameSize: (count: number) => string
    /** Of several frames, none of which has anything to be filled. */
    readonly noEmptySpace: (count: number) => string
    readonly chosen: (count: number, all: number) => string
    /** Where what several layers come to is not the same. */
    readonly mixed: string
    /** Of several layers, none of which grows. */
    readonly nothingToAdd: string
    readonly recentPrompts: string
    readonly advanced: string
    readonly reset: string
    readonly roll: string
    readonly tuning: Readonly<Record<TuningField, TuningWords>>
    readonly outOfRange: (label: string, min: number, max: number) => string
    readonly requestStyle: string
    readonly requestStyles: { readonly poll: string; readonly single: string }
    readonly requestStyleHint: string
    readonly prompt: string
    readonly promptHint: string
    readonly promptLength: (count: number, limit: number) => string
    readonly content: string
    readonly contents: Readonly<Record<SubjectContent['kind'], string>>
    readonly background: (liveLayers: number) => string
    readonly everything: string
    /** What is sent with everything in it, and keeps all that live on top of the image. */
    readonly doubled: string
    readonly seenTwice: (name: string) => string
    readonly behind: (name: string) => string
    readonly component: string
    /** A text is selected: what is made goes around its letters. */
    readonly ofText: (name: string) => string
    /** `percent` of the canvas is nothing that was there before. */
    readonly mostlyNew: (percent: number) => string
    /** Of a frame that shows an image of this plugin. */
    readonly filled: (name: string) => Explanation
    readonly fillAgain: string
    readonly decideFirst: string
    readonly around: (frame: string, layer: string) => string
    readonly ownFill: string
    readonly originalHint: string
    readonly loadingPicture: string
    readonly noPicture: string
    readonly clipped: (name: string) => string
    readonly previewLabel: string
    readonly settings: string
    readonly history: string
    readonly noKey: string
    readonly addKey: string
    readonly looking: string
  }
  /** What is told as long as there is no key. */
  readonly firstRun: {
    readonly picture: string
    readonly title: string
    readonly facts: readonly Explanation[]
    readonly getKey: string
    readonly lookAround: string
  }
  readonly preview: {
    /** Where a size would cut the picture: the least of its shape that does not. */
    readonly largeEnough: (size: string) => string
    readonly kept: string
    readonly added: string
    readonly live: string
    /** How far a side grows: `length` in document units, `part` of the layer. */
    readonly inset: (side: string, length: number, part: number) => string
    /** Keys that can be held while a side or corner is dragged. */
    readonly handle: string
    /** One letter each, in front of their fields. */
    readonly letters: Readonly<Record<Side | 'width' | 'height', string>>
  }
  readonly sizes: {
    readonly label: string
    readonly groups: Readonly<Record<SizeGroup, string>>
    readonly names: Readonly<Record<SizeName, string>>
  }
  readonly running: {
    readonly cancel: string
    /** What cancelling costs. */
    readonly cancelHint: string
    readonly percent: (percent: number) => string
    readonly elapsed: (seconds: number) => string
    readonly variant: (number: number) => string
    readonly progressLabel: string
    /** Of several variants. */
    readonly made: (count: number, all: number) => string
  }
  readonly link: {
    readonly label: string
    readonly placeholder: string
    /** What is sent, and what comes of it. */
    readonly hint: string
    readonly growth: string
    readonly allSides: string
    readonly underWay: string
    readonly obstacles: ForEvery<LinkObstacle, string>
  }
  readonly expectedTime: ForEvery<ExpectedTime, string>
  readonly ended: {
    readonly placed: Readonly<Record<Where, (name: string) => Explanation>>
    /** Of an image that is not in the document any more: with all that was changed for it, or alone. */
    readonly undone: Readonly<Record<'whole' | 'image-only', (name: string) => Explanation>>
    readonly seam: (grade: SeamGrade) => string
    /** ΔE 2000, as the image came and as it is placed. */
    readonly seamHint: (before: number, after: number) => string
    readonly originalKept: string
    /** What can be done where a layer cannot take its image. */
    readonly layerLost: { readonly made: string; readonly nothing: string }
    readonly verdicts: Readonly<Record<Exclude<KnownAreaVerdict, 'kept'>, string>>
    readonly cancelledTitle: (count: number) => string
    readonly cancelledFree: string
    /** `isClosable`: what is told can be closed. */
    readonly cancelledCharged: (count: number, isClosable: boolean) => string
    /** Of images that no id can bring back: only this window can get them. */
    readonly cancelledUnnamed: (count: number, isClosable: boolean) => string
    /** The same of images that were not cancelled, and are not in the document. */
    readonly unnamed: (count: number, isClosable: boolean) => Explanation
    /** Sent, and stopped before its task was known. */
    readonly cancelledLost: string
    readonly failedVariant: (number: number, failure: Explanation) => Explanation
    readonly failedVariants: (count: number, failure: Explanation) => Explanation
    /** What was pressed for could not be done; `isKnown`: nothing was changed by it. */
    readonly problem: (failure: Explanation, isKnown: boolean) => Explanation
    readonly elsewhere: Explanation
    readonly variants: string
    readonly variant: (number: number) => string
    readonly shownVariant: (number: number) => string
    readonly variantStates: {
      readonly waiting: string
      readonly working: string
      readonly failed: string
      readonly cancelled: string
      readonly elsewhere: string
    }
    readonly keep: string
    readonly discard: (images: number) => string
    readonly more: (count: number) => string
    readonly seeOriginal: string
    /** Of an image that took the place of another. */
    readonly seeEarlier: string
    /** Of a variant that was not looked at yet. */
    readonly unseen: string
    readonly back: string
  }
  readonly actions: Readonly<Record<Exclude<FailureAction, 'go-on'>, string>> & {
    /** What going on means depends on what exists already; an image in doubt is placed all the same. */
    readonly goOn: (reached: Reached['kind'], isInDoubt: boolean, requests?: number) => string
    readonly copied: string
    readonly lookAgain: string
  }
  readonly news: ForEvery<Exclude<News, { readonly kind: 'failed' }>, Explanation>
  readonly queue: {
    readonly title: (counts: {
      readonly placed: number
      readonly failed: number
      readonly underWay: number
      readonly undone: number
      /** Cancelled, or done in another window. */
      readonly ended: number
    }) => string
    readonly cancelWaiting: string
    readonly cancelAll: string
    readonly keepAll: string
    readonly discardAll: string
    readonly placed: string
    readonly undone: string
    /** Of a run that was cancelled after something of it was sent. */
    readonly mayBeCharged: string
    readonly cancel: (name: string) => string
    /** From what exists already; where that is nothing, by a new request. */
    readonly retry: (name: string, requests: number) => string
  }
  /** Of tasks that were paid for earlier. */
  readonly remembered: {
    readonly here: (counts: {
      readonly finished: number
      readonly underWay: number
      readonly over: number
    }) => Explanation
    readonly found: {
      readonly finished: string
      readonly working: string
      readonly over: string
      readonly unknown: string
    }
    /** Of a task that was sent to another address than that of the settings. */
    readonly otherAddress: (host: string) => string
    readonly elsewhere: Readonly<
      Record<Exclude<TaskHope, 'here'>, (layer: string, file: string) => Explanation>
    >
    /** The plugin was closed before the service's answer was there. */
    readonly cutOff: (layer: string, file: string) => Explanation
    /** An answer of another window that has the image and does not say which it is. */
    readonly unnamed: (layer: string, file: string) => Explanation
    /** How long ago it was sent. */
    readonly ago: (minutes: number) => string
    readonly place: string
    /** Of what is not known to be finished. */
    readonly get: string
    /** Of what was discarded a moment ago. */
    readonly back: string
    readonly discard: string
    /** For those who cannot see which layer a button belongs to. */
    readonly placeOf: (layer: string) => string
    readonly discardOf: (layer: string) => string
  }
  readonly history: {
    readonly title: string
    readonly empty: string
    readonly free: string
    readonly seed: (seed: number) => string
    readonly noPrompt: string
    readonly again: string
    readonly copySeed: string
  }
  readonly settings: {
    readonly title: string
    readonly back: string
    readonly key: string
    readonly keyHint: string
    readonly keyKept: string
    readonly keySaved: string
    readonly goOn: string
    readonly save: string
    readonly remove: string
    readonly test: string
    readonly testing: string
    readonly acceptedTitle: string
    readonly accepted: string
    readonly region: string
    readonly regions: Readonly<Record<Settings['region'], string>>
    readonly regionHint: string
    readonly ownUrl: string
    readonly ownUrlHint: string
    readonly ownUrlWrong: string
    readonly seam: string
    readonly seamMatching: { readonly on: string; readonly off: string }
    readonly seamHint: string
    readonly language: string
    readonly languageOfBrowser: string
    readonly cap: string
    readonly capHint: string
    readonly mask: string
    readonly maskReadings: { readonly standard: string; readonly inverted: string }
    readonly maskHint: string
    readonly privacy: string
  }
}

/** Says what one value of a union means, by the words for its kind. `more` is what they depend on beside it. */
export function say<Union extends { readonly kind: string }, Result, More extends readonly unknown[] = []>(
  words: ForEvery<Union, Result, More>,
  what: Union,
  ...more: More
): Result {
  // The compiler cannot see that a value's own kind picks the words made for it.
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions
  const forKind = words[what.kind as Union['kind']] as (what: Union, ...more: More) => Result
  return forKind(what, ...more)
}
