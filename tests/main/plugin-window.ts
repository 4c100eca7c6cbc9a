import type { Params, Reply } from '../../src/bridge/protocol'
import type { DocumentFailure } from '../../src/core/document-failure'
import type { Outcome } from '../../src/core/outcome'
import type { Placement } from '../../src/core/placement'
import { keepResult } from '../../src/main/keep-result'
import { placeResult } from '../../src/main/place-result'
import { startSession, type Session } from '../../src/main/session'
import { showImagesAgain, showOriginal } from '../../src/main/show-original'
import { takeBack } from '../../src/main/take-back'
import type { DocumentFigma } from './document-figma'
import { sampleRecipe } from './sample-recipe'
import { tinyPng } from './tiny-png'

type More = Partial<Omit<Params<'place-result'>, 'placement'>>

/** One run of the plugin on a document: what it placed, it remembers until it is closed. */
export interface PluginWindow {
  readonly session: Session
  /** Places an image of the run `r1`, and says where it went, or why it did not. */
  readonly place: (placement: Placement, more?: More) => Promise<string>
  readonly takeBack: (runId?: string) => string
  readonly keep: (runId?: string) => void
  readonly showOriginal: (isShown: boolean, runId?: string) => string
  /** What happens when Figma closes the plugin. */
  readonly close: () => void
}

export function openWindow(figma: DocumentFigma): PluginWindow {
  const session = startSession()
  return {
    session,
    place: (placement, more = {}) =>
      figma.run(async () => {
        const params = { image: tinyPng, placement, recipe: sampleRecipe, runId: 'r1', task: null, ...more }
        return said(await placeResult(params, session), ({ where }: Reply<'place-result'>) => where)
      }),
    takeBack: (runId = 'r1') =>
      figma.run(() => said(takeBack({ runId }, session), ({ back }: Reply<'take-back'>) => back)),
    keep: (runId = 'r1') => {
      keepResult({ runId }, session)
    },
    showOriginal: (isShown, runId = 'r1') =>
      figma.run(() => said(showOriginal({ runId, isShown }, session), () => 'done')),
    close: () => {
      figma.run(() => {
        showImagesAgain(session)
      })
    }
  }
}

function said<Value>(outcome: Outcome<Value, DocumentFailure>, say: (value: Value) => string): string {
  if (outcome.ok) {
    return say(outcome.value)
  }
  const { failure } = outcome
  return 'detail' in failure ? `${failure.kind}: ${failure.detail}` : failure.kind
}
