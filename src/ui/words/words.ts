import type { Failure } from '../../core/failure'
import type { Side } from '../../core/insets'
import type { KeptVerdict } from '../../core/mask/kept-verdict'
import type { FrameObstacle } from '../../core/plan-frame'
import type { InsetsObstacle } from '../../core/plan-sides'
import type { Settings } from '../../core/settings'
import type { Obstacle, SubjectContent } from '../../core/target'
import type { TaskHope } from '../../core/task-record'
import type { Mode } from '../model/app-state'
import type { Stage } from '../model/expansion-ports'

/** What people read when something went wrong: what happened and was not changed, and what to do. */
export interface Explanation {
  readonly title: string
  readonly sentence: string
}

/** One explanation for every kind of a union: a new kind without words does not compile. */
type ForEvery<Union extends { readonly kind: string }, Result> = {
  readonly [Kind in Union['kind']]: (what: Extract<Union, { readonly kind: Kind }>) => Result
}

/** Everything that the window says, in one language. */
export interface Words {
  readonly obstacles: ForEvery<Obstacle, Explanation>
  readonly insetsObstacles: ForEvery<InsetsObstacle, string>
  readonly frameObstacles: ForEvery<FrameObstacle, Explanation>
  readonly failures: ForEvery<Failure, Explanation>
  readonly stages: Readonly<Record<Stage, string>>
  readonly sides: Readonly<Record<Side, string>>
  readonly expand: {
    readonly action: string
    readonly mode: string
    readonly modes: Readonly<Record<Mode, string>>
    readonly pictureTitle: string
    readonly pictureHint: string
    readonly scaled: (size: string) => string
    readonly size: (from: string, to: string) => string
    readonly insetsTitle: string
    readonly insetsHint: string
    readonly prompt: string
    readonly promptHint: string
    readonly promptLength: (count: number, limit: number) => string
    readonly content: string
    readonly contents: Readonly<Record<SubjectContent['kind'], string>>
    readonly background: (liveLayers: number) => string
    readonly everything: string
    readonly behind: (name: string) => string
    readonly component: string
    readonly clipped: (name: string) => string
    readonly previewLabel: string
    readonly settings: string
    readonly noKey: string
    readonly addKey: string
    readonly looking: string
  }
  readonly running: {
    readonly cancel: string
    readonly percent: (percent: number) => string
    readonly progressLabel: string
  }
  readonly ended: {
    readonly grownTitle: string
    readonly grown: (name: string) => string
    readonly keptTitle: string
    readonly filledTitle: string
    readonly filled: (name: string) => string
    readonly behindTitle: string
    readonly behind: (name: string) => string
    readonly kept: (name: string) => string
    readonly seam: (after: number, before: number) => string
    readonly seamHint: string
    readonly verdicts: Readonly<Record<KeptVerdict, string>>
    readonly apartTitle: string
    readonly apart: string
    readonly cancelledTitle: string
    readonly cancelledFree: string
    readonly cancelledCharged: string
    readonly done: string
    readonly tryAgain: string
    readonly checkAgain: string
    readonly placeAgain: string
    readonly placeApart: string
    readonly placeAnyway: string
    readonly tryOtherMask: string
    readonly openSettings: string
    readonly back: string
  }
  /** Of tasks that were paid for earlier. */
  readonly remembered: Readonly<Record<TaskHope, (layer: string, file: string) => Explanation>> & {
    readonly place: string
    readonly discard: string
  }
  readonly settings: {
    readonly title: string
    readonly back: string
    readonly key: string
    readonly keyHint: string
    readonly keyKept: string
    readonly save: string
    readonly remove: string
    readonly test: string
    readonly testing: string
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
    readonly mask: string
    readonly maskReadings: { readonly standard: string; readonly inverted: string }
    readonly maskHint: string
    readonly privacy: string
  }
}

/** Says what one value of a union means, by the words for its kind. */
export function say<Union extends { readonly kind: string }, Result>(
  words: ForEvery<Union, Result>,
  what: Union
): Result {
  // The compiler cannot see that a value's own kind picks the words made for it.
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions
  const forKind = words[what.kind as Union['kind']] as (what: Union) => Result
  return forKind(what)
}
