import { Button } from '@create-figma-plugin/ui'
import { type JSX } from 'preact'
import { Notice } from '../controls/notice'
import { canLeave, isUnnamed, type Run, type VariationState } from '../expansion/run'
import type { AppModel } from '../model/app-model'
import type { Words } from '../words/words'

/** Shows canceled variations by the fate of their requests, and those that another window has handled. */
export function CancelledNotices({
  model,
  words,
  run
}: {
  readonly model: AppModel
  readonly words: Words
  readonly run: Run
}): JSX.Element {
  const { runId, variations } = run
  const isLeavable = canLeave(run)
  const close = isLeavable
    ? {
        label: words.ended.back,
        onClose: () => {
          model.dismiss(runId)
        }
      }
    : null
  return (
    <>
      {(['kept', 'unnamed', 'lost', 'free'] as const).map((fate) => {
        const meant = variations.filter(({ state }) => fateOf(state) === fate)
        const { ended } = words
        const sentences = {
          free: ended.cancelledFree,
          kept: ended.cancelledCharged(meant.length, isLeavable),
          unnamed: ended.cancelledUnnamed(meant.length, isLeavable),
          lost: ended.cancelledLost
        }
        return meant.length === 0 ? null : (
          <Notice
            key={fate}
            explanation={{ title: ended.cancelledTitle(meant.length), sentence: sentences[fate] }}
            tone="neutral"
            close={close}
          >
            <Button
              onClick={() => {
                for (const { id } of meant) {
                  model.goOn(runId, id)
                }
              }}
            >
              {words.actions.goOn(
                fate === 'kept' || fate === 'unnamed' ? 'task' : 'nothing',
                false,
                meant.length
              )}
            </Button>
          </Notice>
        )
      })}
      {variations.some(({ state }) => state.kind === 'canceling') ? (
        <Notice explanation={words.ended.canceling} tone="neutral" close={null} />
      ) : null}
      {variations.some(({ state }) => state.kind === 'elsewhere') ? (
        <Notice explanation={words.ended.elsewhere} tone="neutral" close={close} />
      ) : null}
    </>
  )
}

function fateOf(state: VariationState): 'free' | 'kept' | 'unnamed' | 'lost' | null {
  if (state.kind !== 'cancelled') {
    return null
  }
  if (state.reached.kind !== 'nothing') {
    return isUnnamed(state) ? 'unnamed' : 'kept'
  }
  return state.mayBeCharged ? 'lost' : 'free'
}
