import { onEvent } from '../../../src/bridge/on-event'
import type { Port } from '../../../src/bridge/port'
import type { ImageChange, Params, Payload, Reply } from '../../../src/bridge/protocol'
import type { Placement } from '../../../src/core/expansion/placement'
import type { DocumentFailure } from '../../../src/core/failures'
import type { Outcome } from '../../../src/core/outcome'
import { keepResult } from '../../../src/main/calls/keep-result'
import { placeApart } from '../../../src/main/calls/place-apart'
import { placeResult } from '../../../src/main/calls/place-result'
import { takeBack } from '../../../src/main/calls/take-back'
import { forgetImage, tellImages } from '../../../src/main/placed/placed-images'
import { type Session, startSession } from '../../../src/main/placed/session'
import { showOriginal, unhideImages } from '../../../src/main/placed/show-original'
import type { DocumentFigma } from './document-figma'
import { sampleRef } from './sample-entry'
import { sampleRecipe } from './sample-recipe'
import { tinyPng } from './tiny-png'

type More = Partial<Omit<Params<'place-result'>, 'placement'>>

/** One run of the plugin on a document: what it placed, it remembers until it is closed. */
export interface PluginWindow {
  readonly session: Session
  /** Places an image of the run `r1`, and says where it went, or why it did not. */
  readonly place: (placement: Placement, more?: More) => Promise<string>
  readonly takeBack: (runId?: string) => string
  /** Decides to keep an image of a run, and says whether it stays. */
  readonly keep: (runId?: string, variant?: number) => Promise<string>
  /** Places an image of a run apart, and says so, or why it did not. */
  readonly placeApart: (more?: Partial<Params<'place-apart'>>) => string
  /** The window closes the card of a run without a decision. */
  readonly forget: (runId?: string) => void
  /** Looks for the images of the open cards, as after a change of the page; says what the window is told of them. */
  readonly look: () => Promise<Payload<'images-changed'>>
  readonly showOriginal: (isShown: boolean, runId?: string) => string
  /** What happens when Figma closes the plugin. */
  readonly close: () => void
}

export function openWindow(figma: DocumentFigma): PluginWindow {
  const session = startSession()
  const told: ImageChange[] = []
  const receivers: ((message: unknown) => void)[] = []
  const port: Port = {
    post: (message) => {
      for (const receive of receivers) receive(message)
    },
    listen: (receive) => {
      receivers.push(receive)
      return () => undefined
    }
  }
  onEvent(port, 'images-changed', (changes) => {
    told.push(...changes)
  })
  return {
    session,
    place: (placement, more = {}) =>
      figma.run(async () => {
        const run = { recipe: sampleRecipe, runId: 'r1', variant: 1, ref: sampleRef, claim: 'none' } as const
        const params = { image: tinyPng, placement, ...run, ...more }
        return said(await placeResult(params, session), ({ where }: Reply<'place-result'>) => where)
      }),
    takeBack: (runId = 'r1') =>
      figma.run(() => said(takeBack({ runId }, session), ({ back }: Reply<'take-back'>) => back)),
    keep: (runId = 'r1', variant = 1) =>
      figma.run(async () =>
        said(await keepResult({ runId, variant }, session, port), ({ isKept }: Reply<'keep-result'>) =>
          isKept ? 'kept' : 'not there'
        )
      ),
    placeApart: (more = {}) =>
      figma.run(() =>
        said(
          placeApart(
            { image: tinyPng, ref: sampleRef, canvas: null, runId: 'r1', variant: 1, ...more },
            session
          ),
          () => 'apart'
        )
      ),
    forget: (runId = 'r1') => {
      forgetImage({ runId }, session)
    },
    look: () =>
      figma.run(async () => {
        told.length = 0
        await tellImages(port, session)
        return [...told]
      }),
    showOriginal: (isShown, runId = 'r1') =>
      figma.run(() => said(showOriginal({ runId, isShown }, session), () => 'done')),
    close: () => {
      figma.run(() => {
        unhideImages(session)
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
