import { Button } from '@create-figma-plugin/ui'
import { type JSX } from 'preact'
import { provider } from '../../core/provider'
import { Notice } from '../controls/notice'
import type { KeyCheck } from '../state/app-state'
import { explainFailure, withoutUnchanged } from '../words/failures/explain-failure'
import type { Words } from '../words/words'

/** Shows the result of the key's test. */
export function KeyCheckReport({
  check,
  words
}: {
  readonly check: KeyCheck
  readonly words: Words
}): JSX.Element | null {
  switch (check.kind) {
    case 'none':
    case 'saved':
    case 'checking':
      return null
    case 'accepted':
      return (
        <Notice
          explanation={{ title: words.settings.acceptedTitle, sentence: words.settings.accepted }}
          tone="good"
        />
      )
    case 'failed':
      return (
        <Notice explanation={withoutUnchanged(explainFailure(check.failure, null, words), words)} tone="bad">
          {check.failure.kind === 'out-of-credits' ? (
            <Button
              onClick={() => {
                window.open(provider.creditsUrl, '_blank')
              }}
            >
              {words.actions['get-credits']}
            </Button>
          ) : null}
        </Notice>
      )
  }
}
