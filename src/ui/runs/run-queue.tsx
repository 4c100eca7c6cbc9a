import {
  Button,
  IconButton,
  IconChevronDown16,
  IconChevronRight16,
  IconCloseSmall24,
  IconImport24,
  IconLoopSmall24
} from '@create-figma-plugin/ui'
import { type JSX } from 'preact'
import { useNow } from '../controls/use-now'
import type { ViewProps } from '../controls/view-props'
import { canCancel, isPlaced, isUnderWay, isUnsent, type Run, type VariationState } from '../expansion/run'
import { say } from '../words/say'
import { RunCard } from './run-card'
import { expectedOf, progressOf } from './run-progress'
import styles from './run-queue.css'

/** Lists all expansions in progress or ended: one in full, or a row for each of several. */
export function RunQueue(props: ViewProps): JSX.Element | null {
  const { model, state, words } = props
  const { runs, openRun } = state
  const [first, ...others] = runs
  const isCounting = runs.some(isUnderWay)
  const now = useNow(isCounting)
  if (first === undefined) {
    return null
  }
  if (others.length === 0) {
    return <RunCard {...props} run={first} isAlone />
  }
  const placed = runs.filter(isPlaced).length
  const undone = runs.filter((run) => run.undone !== null).length
  const underWay = runs.filter((run) => run.shown === null && isUnderWay(run)).length
  const openId = openRun.kind === 'chosen' ? openRun.runId : underWay === 0 ? awaitedOf(runs) : null
  const failed = runs.filter(isFailed).length
  const hasActions = runs.some((run) => canCancel(run) || endedOf(run).length > 0)
  const hasUnsent = runs.some(({ variations }) => variations.some(isUnsent))
  return (
    <section class={styles['queue']}>
      <header class={styles['header']}>
        <h2 class={styles['title']}>
          <span role="status">
            {words.queue.title({
              placed,
              underWay,
              undone,
              failed,
              ended: runs.length - placed - underWay - undone - failed
            })}
          </span>
        </h2>
        <div class={styles['actions']}>
          {isCounting ? (
            <>
              <Button secondary disabled={!hasUnsent} onClick={model.cancelWaiting}>
                {words.queue.cancelWaiting}
              </Button>
              <Button secondary title={words.running.cancelHint} onClick={model.cancelAll}>
                {words.queue.cancelAll}
              </Button>
            </>
          ) : placed < 2 ? null : (
            <>
              <Button onClick={() => void model.keepAll()}>{words.queue.keepAll}</Button>
              <Button secondary onClick={() => void model.discardAll()}>
                {words.queue.discardAll}
              </Button>
            </>
          )}
        </div>
      </header>
      <ol class={styles['rows']}>
        {runs.map((run) => {
          const isOpen = run.runId === openId
          return (
            <li key={run.runId} class={styles['item']}>
              <div class={styles['line']}>
                <button
                  type="button"
                  class={styles['row']}
                  aria-expanded={isOpen}
                  onClick={() => {
                    model.openRun(isOpen ? null : run.runId)
                  }}
                >
                  <span class={styles['arrow']} aria-hidden>
                    {isOpen ? <IconChevronDown16 /> : <IconChevronRight16 />}
                  </span>
                  <span class={styles['name']} dir="auto">
                    {run.expansion.name}
                  </span>
                  <span class={styles[isFailed(run) ? 'failed' : 'state']}>
                    {isOpen && isUnderWay(run) ? '' : stateOf(run, props, now)}
                  </span>
                </button>
                {isOpen ? (
                  <NoAction hasRoom={hasActions} />
                ) : (
                  <RowAction model={model} run={run} words={words} hasRoom={hasActions} />
                )}
              </div>
              {isOpen ? <RunCard {...props} run={run} isAlone={false} /> : null}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

/** Chooses the expansion that is open first: the only one that waits for a decision, or the latest one. */
function awaitedOf(runs: readonly Run[]): string | undefined {
  const placed = runs.filter(isPlaced)
  const [last] = placed.length === 0 ? runs.slice(-1) : placed
  return placed.length < 2 ? last?.runId : undefined
}

function isFailed(run: Run): boolean {
  return run.shown === null && !isUnderWay(run) && run.variations.some(({ state }) => state.kind === 'failed')
}

/** The most likely action of an expansion: stop it, or retry what failed. */
function RowAction({
  model,
  run,
  words,
  hasRoom
}: Pick<ViewProps, 'model' | 'words'> & {
  readonly run: Run
  readonly hasRoom: boolean
}): JSX.Element {
  const { runId, expansion: order } = run
  if (canCancel(run)) {
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
  const ended = endedOf(run)
  if (ended.length === 0) {
    return <NoAction hasRoom={hasRoom} />
  }
  const requests = ended.filter(({ state }) => state.reached.kind === 'nothing').length
  const label = words.queue.retry(order.name, requests)
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
      {requests === 0 ? <IconImport24 /> : <IconLoopSmall24 />}
    </IconButton>
  )
}

/** Reserves the room of an action, so that the rows stay aligned. */
function NoAction({ hasRoom }: { readonly hasRoom: boolean }): JSX.Element | null {
  return hasRoom ? <span class={styles['noAction']} /> : null
}

/** Returns the variations of an expansion without an image that can be retried. */
function endedOf(run: Run): readonly {
  readonly id: number
  readonly state: VariationState & { kind: 'failed' | 'cancelled' }
}[] {
  return run.shown !== null || isUnderWay(run)
    ? []
    : run.variations.flatMap(({ id, state }) =>
        state.kind === 'failed' || state.kind === 'cancelled' ? [{ id, state }] : []
      )
}

/** Summarizes an expansion's state. */
function stateOf(run: Run, { state: { durations }, words }: ViewProps, now: number): string {
  if (isUnderWay(run)) {
    const { stage, percent } = progressOf(run)
    if (percent === null) {
      return words.stages[stage]
    }
    const expected = expectedOf(run, durations, now)
    const time =
      expected?.kind === 'left'
        ? say(words.expectedTime, expected)
        : words.running.elapsed(Math.max(0, now - run.startedAtMs) / 1000)
    return `${words.running.percent(percent)} · ${time}`
  }
  const kinds = run.variations.map(({ state }) => state.kind)
  if (run.shown !== null) {
    return isPlaced(run) ? words.queue.placed : words.queue.undone
  }
  if (
    !kinds.includes('failed') &&
    run.variations.some(({ state }) => state.kind === 'cancelled' && state.mayBeCharged)
  ) {
    return words.queue.mayBeCharged
  }
  const said = (['failed', 'cancelled', 'elsewhere'] as const).find((kind) => kinds.includes(kind))
  return words.ended.variantStates[said ?? 'failed']
}
