import { Button } from '@create-figma-plugin/ui'
import type { JSX } from 'preact'
import type { Failure } from '../../core/failures'
import { provider } from '../../core/provider'
import { CopyButton } from '../controls/copy-button'
import { Notice } from '../controls/notice'
import type { Reached } from '../expansion/expansion-types'
import { actionsFor, type FailureAction } from '../expansion/failure-actions'
import { canLeave, type Run } from '../expansion/run'
import { focusPrompt } from '../focus/focus-prompt'
import type { AppModel } from '../model/app-model'
import { explainFailure, withoutUnchanged } from '../words/failures/explain-failure'
import type { Words } from '../words/words'

interface FailedVariations {
  readonly ids: readonly [number, ...number[]]
  readonly failure: Failure
  readonly reached: Reached
}

/** Shows why variations failed, with the actions that can help, the most helpful first. */
export function FailureNotice({
  model,
  run,
  ids,
  failure,
  reached,
  canChangePrompt,
  words
}: {
  readonly model: AppModel
  readonly run: Run
  /** The variations that failed alike. */
  readonly ids: readonly [number, ...number[]]
  readonly failure: Failure
  readonly reached: Reached
  /** Whether there is a form in which the prompt can be changed. */
  readonly canChangePrompt: boolean
  readonly words: Words
}): JSX.Element {
  const { runId, expansion: order } = run
  const possible = actionsFor(failure, reached)
  const actions = possible.filter(
    (action) => action !== 'copy-details' && (action !== 'change-prompt' || canChangePrompt)
  )
  const isInDoubt = failure.kind === 'mask-misread' || failure.kind === 'unchanged'
  const act = (action: FailureAction): void => {
    switch (action) {
      case 'go-on':
        for (const id of ids) {
          model.goOn(runId, id)
        }
        return
      case 'open-settings':
        model.showScreen('settings')
        return
      case 'get-credits':
        window.open(provider.creditsUrl, '_blank')
        return
      case 'change-prompt':
        model.changePrompt(runId)
        focusPrompt()
        return
      case 'other-mask':
        void model.tryOtherMaskReading(runId)
        return
      case 'place-apart':
        void model.placeApart(runId, ids[0])
        return
      case 'copy-details':
        model.copyFailure(failure, order)
    }
  }
  const said = explainFailure(failure, reached, words)
  // Beside an image of the same expansion, names the variation and omits that the file was not changed.
  const own = run.shown === null ? said : withoutUnchanged(said, words)
  const number = run.variations.findIndex(({ id }) => id === ids[0]) + 1
  const explanation =
    ids.length > 1
      ? words.ended.failedVariants(ids.length, own)
      : run.variations.length > 1
        ? words.ended.failedVariant(number, own)
        : own
  return (
    <Notice
      explanation={explanation}
      tone="bad"
      close={
        canLeave(run)
          ? {
              label: words.ended.back,
              onClose: () => {
                model.dismiss(runId)
              }
            }
          : null
      }
    >
      {actions.map((action, index) => (
        <Button
          key={action}
          secondary={index > 0}
          onClick={() => {
            act(action)
          }}
        >
          {action === 'go-on'
            ? words.actions.goOn(reached.kind, isInDoubt, ids.length)
            : words.actions[action]}
        </Button>
      ))}
      {possible.includes('copy-details') ? (
        <CopyButton
          label={words.actions['copy-details']}
          copied={words.actions.copied}
          onCopy={() => {
            act('copy-details')
          }}
        />
      ) : null}
    </Notice>
  )
}

/** Groups the failures of an expansion's variations: equal failures that came equally far are one. */
export function failuresOf({ variations }: Run): readonly FailedVariations[] {
  const groups = new Map<string, FailedVariations>()
  for (const { id, state } of variations) {
    if (state.kind === 'failed') {
      const { failure, reached } = state
      const name = `${failure.kind} ${reached.kind} ${'taskMayExist' in failure}`
      const known = groups.get(name)
      groups.set(
        name,
        known === undefined ? { ids: [id], failure, reached } : { ...known, ids: [...known.ids, id] }
      )
    }
  }
  return [...groups.values()]
}
