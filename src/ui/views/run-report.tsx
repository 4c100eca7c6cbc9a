import { Button } from '@create-figma-plugin/ui'
import { type JSX } from 'preact'
import type { Run } from '../model/app-state'
import { say, type Explanation, type Words } from '../words/words'
import { Notice } from './notice'
import styles from './run-report.css'
import { RunActions } from './run-actions'
import { RunProgress } from './run-progress'
import type { ViewProps } from './view-props'

/** What has become of the expansion: under way, placed, failed or cancelled. */
export function RunReport({ model, state, words }: ViewProps): JSX.Element | null {
  const { run } = state
  switch (run.kind) {
    case 'idle':
      return null
    case 'running':
      return <RunProgress model={model} run={run} words={words} />
    case 'placed':
      return (
        <Notice explanation={explainPlaced(run, words)} tone="good">
          {run.seam === null ? null : (
            <p class={styles['seam']} title={words.ended.seamHint}>
              {words.ended.seam(run.seam.after.mean, run.seam.before.mean)}
            </p>
          )}
          <Button secondary onClick={model.dismiss}>
            {words.ended.done}
          </Button>
        </Notice>
      )
    case 'cancelled':
      return (
        <Notice
          explanation={{
            title: words.ended.cancelledTitle,
            sentence: run.mayBeCharged ? words.ended.cancelledCharged : words.ended.cancelledFree
          }}
          tone="neutral"
        >
          <RunActions model={model} run={run} words={words} />
        </Notice>
      )
    case 'failed':
      return (
        <Notice explanation={say(words.failures, run.failure)} tone="bad">
          <RunActions model={model} run={run} words={words} />
        </Notice>
      )
  }
}

function explainPlaced(run: Run & { kind: 'placed' }, words: Words): Explanation {
  const { title, sentence } = explainPlace(run, words)
  return {
    title,
    sentence: run.verdict === null ? sentence : `${sentence} ${words.ended.verdicts[run.verdict]}`
  }
}

function explainPlace({ order, where }: Run & { kind: 'placed' }, { ended }: Words): Explanation {
  switch (where) {
    case 'grown':
      return { title: ended.grownTitle, sentence: ended.grown(order.name) }
    case 'behind':
      return { title: ended.behindTitle, sentence: ended.behind(order.name) }
    case 'filled':
      return { title: ended.filledTitle, sentence: ended.filled(order.name) }
    case 'changed-meanwhile':
      return { title: ended.keptTitle, sentence: ended.kept(order.name) }
    case 'apart':
      return { title: ended.apartTitle, sentence: ended.apart }
  }
}
