import { Button } from '@create-figma-plugin/ui'
import { type JSX } from 'preact'
import type { AppModel } from '../model/app-model'
import { actionsFor, type FailureAction } from '../model/failure-actions'
import type { Run, Variant } from '../model/run'
import { say, type Words } from '../words/words'
import { focusPrompt } from './focus-prompt'
import { Notice } from './notice'

/** The service's own page on this interface, from which its account and prices are reached. */
const creditsUrl = 'https://picwish.com/new-image-expansion-api-doc'

/** Why a variant has come to nothing, and what can be done about it: first what helps most. */
export function FailureNotice({
  model,
  run,
  variant,
  words
}: {
  readonly model: AppModel
  readonly run: Run
  readonly variant: Variant & { readonly state: { readonly kind: 'failed' } }
  readonly words: Words
}): JSX.Element {
  const { failure, reached } = variant.state
  const { runId, order } = run
  const actions = actionsFor(failure, reached)
  const isInDoubt = failure.kind === 'mask-misread' || failure.kind === 'unchanged'
  const act = (action: FailureAction): void => {
    switch (action) {
      case 'go-on':
        model.goOn(runId, variant.id)
        return
      case 'open-settings':
        model.showScreen('settings')
        return
      case 'get-credits':
        window.open(creditsUrl, '_blank')
        return
      case 'change-prompt':
        focusPrompt()
        return
      case 'other-mask':
        void model.tryOtherMaskReading(runId)
        return
      case 'place-apart':
        void model.placeApart(runId, variant.id)
        return
      case 'copy-details':
        model.copyFailure(failure, order)
    }
  }
  return (
    <Notice explanation={say(words.failures, failure)} tone="bad">
      {actions.map((action, index) => (
        <Button
          key={action}
          secondary={index > 0}
          onClick={() => {
            act(action)
          }}
        >
          {action === 'go-on' ? words.actions.goOn(reached.kind, isInDoubt) : words.actions[action]}
        </Button>
      ))}
      {run.shown === null ? (
        <Button
          secondary
          onClick={() => {
            model.dismiss(runId)
          }}
        >
          {words.ended.back}
        </Button>
      ) : null}
    </Notice>
  )
}
