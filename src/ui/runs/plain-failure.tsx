import { Button } from '@create-figma-plugin/ui'
import { type JSX } from 'preact'
import type { Failure } from '../../core/failures'
import { CopyButton } from '../controls/copy-button'
import { Notice } from '../controls/notice'
import type { AppModel } from '../model/app-model'
import { explainFailure } from '../words/failures/explain-failure'
import type { Explanation } from '../words/say'
import type { Words } from '../words/words'

/** Shows a failure that belongs to no variation, with its actions. */
export function PlainFailure({
  model,
  failure,
  words,
  explanation = explainFailure(failure, null, words),
  onAgain,
  onDismiss
}: {
  readonly model: AppModel
  readonly failure: Failure
  readonly words: Words
  readonly explanation?: Explanation
  readonly onAgain?: () => void
  readonly onDismiss: () => void
}): JSX.Element {
  return (
    <Notice explanation={explanation} tone="bad" close={{ label: words.ended.back, onClose: onDismiss }}>
      {onAgain === undefined ? null : <Button onClick={onAgain}>{words.actions.lookAgain}</Button>}
      <CopyButton
        label={words.actions['copy-details']}
        copied={words.actions.copied}
        onCopy={() => {
          model.copyFailure(failure, null)
        }}
      />
    </Notice>
  )
}
