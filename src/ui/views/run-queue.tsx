import { Button, IconButton, IconCloseSmall24, IconRotateCcwSmall24 } from '@create-figma-plugin/ui'
import { type JSX } from 'preact'
import { isUnderWay, type Run } from '../model/run'
import type { Words } from '../words/words'
import { RunCard } from './run-card'
import { progressOf } from './run-progress'
import styles from './run-queue.css'
import { useNow } from './use-now'
import type { ViewProps } from './view-props'

/** Everything that is under way or has come to something: one run in full, or a row for each of several. */
export function RunQueue(props: ViewProps): JSX.Element | null {
  const { model, state, words } = props
  const { runs, openRunId } = state
  const [first, ...others] = runs
  const isCounting = runs.some(isUnderWay)
  const now = useNow(isCounting)
  if (first === undefined) {
    return null
  }
  if (others.length === 0) {
    return <RunCard {...props} run={first} />
  }
  const ended = runs.filter((run) => !isUnderWay(run)).length
  return (
    <section class={styles['queue']}>
      <header class={styles['header']}>
        <h2 class={styles['title']} role="status">
          {words.queue.title(ended, runs.length)}
        </h2>
        {isCounting ? (
          <>
            <Button secondary onClick={model.cancelWaiting}>
              {words.queue.cancelWaiting}
            </Button>
            <Button secondary onClick={model.cancelAll}>
              {words.queue.cancelAll}
            </Button>
          </>
        ) : (
          <Button onClick={() => void model.keepAll()}>{words.queue.keepAll}</Button>
        )}
      </header>
      <ol class={styles['rows']}>
        {runs.map((run) => {
          const isOpen = run.runId === openRunId
          return (
            <li key={run.runId} class={styles['item']}>
              <div class={styles['line']}>
                <button
                  type="button"
                  class={styles['row']}
                  aria-expanded={isOpen}
                  aria-label={`${run.order.name}, ${stateOf(run, words, now)}`}
                  onClick={() => {
                    model.openRun(isOpen ? null : run.runId)
                  }}
                >
                  <span class={styles['name']}>{run.order.name}</span>
                  <span class={styles['state']}>{stateOf(run, words, now)}</span>
                </button>
                <RowAction model={model} run={run} words={words} />
              </div>
              {isOpen ? <RunCard {...props} run={run} /> : null}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

/** What is pressed most for a run in its state: stop it, or try again what failed. */
function RowAction({
  model,
  run,
  words
}: Pick<ViewProps, 'model' | 'words'> & { readonly run: Run }): JSX.Element | null {
  const { runId, variants, order } = run
  if (isUnderWay(run)) {
    const label = words.queue.cancel(order.name)
    return (
      <IconButton
        aria-label={label}
        title={label}
        onClick={() => {
          model.cancel(runId)
        }}
      >
        <IconCloseSmall24 />
      </IconButton>
    )
  }
  const ended = variants.filter(({ state }) => state.kind === 'failed' || state.kind === 'cancelled')
  if (ended.length === 0 || run.shown !== null) {
    return null
  }
  const label = words.queue.retry(order.name)
  return (
    <IconButton
      aria-label={label}
      title={label}
      onClick={() => {
        for (const { id } of ended) {
          model.goOn(runId, id)
        }
      }}
    >
      <IconRotateCcwSmall24 />
    </IconButton>
  )
}

/** A run in a few words. */
function stateOf(run: Run, words: Words, now: number): string {
  if (isUnderWay(run)) {
    const { stage, percent } = progressOf(run)
    const elapsed = words.running.elapsed(Math.max(0, now - run.startedAtMs) / 1000)
    return `${percent === null ? words.stages[stage] : words.running.percent(percent)} ${elapsed}`
  }
  const failed = run.variants.find(({ state }) => state.kind === 'failed')
  if (run.shown !== null) {
    return failed === undefined
      ? words.queue.placed
      : `${words.queue.placed}, ${words.ended.variantStates.failed}`
  }
  return words.ended.variantStates[failed === undefined ? 'cancelled' : 'failed']
}
