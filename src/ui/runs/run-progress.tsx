import type { JSX } from 'preact'
import { type Durations, type ExpectedTime, expectedTime, usualMs } from '../../core/expansion/expected-time'
import { useNow } from '../controls/use-now'
import {
  isPlacingFirst,
  isUnderWay,
  isUnsent,
  type Run,
  type Variation,
  type VariationState
} from '../expansion/run'
import { say } from '../words/say'
import type { Words } from '../words/words'
import styles from './run-progress.css'

/** Shows an expansion's progress as text and bar: that of its slowest variation. */
export function RunProgress({
  run,
  durations,
  words
}: {
  readonly run: Run
  readonly durations: Durations
  readonly words: Words
}): JSX.Element | null {
  const isCounting = isUnderWay(run)
  const now = useNow(isCounting)
  if (!isCounting) {
    return null
  }
  const { stage, percent, made, counted } = progressOf(run)
  const expected = expectedOf(run, durations, now)
  return (
    <section class={styles['progress']}>
      <p class={styles['stage']}>
        <span role="status">{made === 0 ? words.stages[stage] : words.running.made(made, counted)}</span>
        <span class={styles['numbers']}>
          {percent === null ? '' : `${words.running.percent(percent)} · `}
          {words.running.elapsed(Math.max(0, now - run.startedAtMs) / 1000)}
        </span>
      </p>
      <div
        class={styles['bar']}
        role="progressbar"
        aria-label={words.running.progressLabel}
        aria-valuemin={0}
        aria-valuemax={100}
        {...(percent === null ? {} : { 'aria-valuenow': Math.round(percent) })}
      >
        <div
          class={percent === null ? styles['moving'] : styles['filled']}
          style={percent === null ? {} : { width: `${percent}%` }}
        />
      </div>
      {expected === null ? null : <p class={styles['expected']}>{say(words.expectedTime, expected)}</p>}
    </section>
  )
}

/** Estimates an expansion's remaining time; null without measured times. */
export function expectedOf(
  { expansion: order, variations }: Run,
  durations: Durations,
  now: number
): ExpectedTime | null {
  const usual = usualMs(durations, order.plan.kind)
  const open = variations.filter(
    ({ state }) => state.kind === 'waiting' || (state.kind === 'working' && state.stage !== 'placing')
  )
  if (usual === null || open.length === 0) {
    return null
  }
  if (open.some(isUnsent)) {
    return expectedTime(usual, null)
  }
  const sent = open.flatMap(({ sentAtMs }) => sentAtMs ?? [])
  // The variation that is sent last ends last.
  return sent.length < open.length ? null : expectedTime(usual, Math.max(0, now - Math.max(...sent)))
}

const stages = ['exporting', 'preparing', 'queued', 'sending', 'waiting', 'receiving', 'placing'] as const

/**
 * Computes the progress of an expansion: the stage of its slowest variation, and the percentages of all, including the variations
 * of the same press that ended, so that the figure never decreases.
 */
export function progressOf(run: Run): {
  readonly stage: (typeof stages)[number]
  readonly percent: number | null
  /** Number of finished and of requested images of the press. */
  readonly made: number
  readonly counted: number
} {
  const { variations, startedAtId } = run
  const placing = isPlacingFirst(run) ? [stages.indexOf('placing')] : []
  const indexes = variations.flatMap(({ state }) =>
    state.kind === 'working' ? [stages.indexOf(state.stage)] : state.kind === 'waiting' ? [2] : []
  )
  const stage = stages[Math.min(...indexes, ...placing)] ?? 'queued'
  const isCounted = ({ id, state: { kind } }: Variation): boolean =>
    id >= startedAtId || kind === 'waiting' || kind === 'working'
  const counted = variations.filter(isCounted)
  const percents = counted.flatMap(({ state }) => percentOf(state))
  return {
    stage,
    made: counted.filter(({ state }) => state.kind === 'ready').length,
    counted: counted.length,
    percent: stage === 'waiting' ? percents.reduce((sum, value) => sum + value, 0) / percents.length : null
  }
}

/** Returns a variation's percentage; nothing for one that failed or was canceled. */
function percentOf(state: VariationState): number | readonly [] {
  switch (state.kind) {
    case 'working':
      return stages.indexOf(state.stage) > stages.indexOf('waiting') ? 100 : (state.percent ?? 0)
    case 'ready':
      return 100
    case 'waiting':
      return 0
    default:
      return []
  }
}
