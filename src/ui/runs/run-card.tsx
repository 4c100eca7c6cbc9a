import { Button } from '@create-figma-plugin/ui'
import type { JSX } from 'preact'
import { seamGrade } from '../../core/expansion/seam-grade'
import { Notice } from '../controls/notice'
import type { ViewProps } from '../controls/view-props'
import { expansionDrafts, subjectOf } from '../draft/expansion-drafts'
import { canCancel, isPlaced, isUnderWay, type Run, type Variation } from '../expansion/run'
import { FallbackFocusButton } from '../focus/fallback-focus-button'
import { explainFailure } from '../words/explain-failure'
import { CancelledNotices } from './canceled-notices'
import { FailureNotice, failuresOf } from './failure-notice'
import { HoldButton } from './hold-button'
import { PlainFailure } from './plain-failure'
import styles from './run-card.css'
import { RunProgress } from './run-progress'
import { UnnamedNotice } from './unnamed-notice'
import { VariantStrip } from './variation-strip'

/** One run in full: how far it is, what has come of it, and what can be done with that. */
export function RunCard({
  run,
  isAlone,
  ...props
}: ViewProps & {
  readonly run: Run
  /** Without a row above it that names its layer. */
  readonly isAlone: boolean
}): JSX.Element {
  const { model, state, words } = props
  const { runId, variations: variants, problem } = run
  return (
    <section class={styles['card']} aria-label={run.order.name}>
      {isAlone && isUnderWay(run) ? (
        <p class={styles['name']} dir="auto" title={run.order.name}>
          {run.order.name}
        </p>
      ) : null}
      {run.shown === null ? null : run.undone === null ? (
        <PlacedNotice {...props} run={run} />
      ) : (
        <UndoneNotice model={model} run={run} shown={run.shown} undone={run.undone} words={words} />
      )}
      <RunProgress run={run} durations={state.durations} words={words} />
      {run.shown === null && (variants.length > 1 || variants.some(isReady)) ? (
        <VariantStrip model={model} run={run} words={words} />
      ) : null}
      {canCancel(run) ? (
        <FallbackFocusButton
          secondary
          fullWidth
          title={words.running.cancelHint}
          onClick={() => {
            model.cancel(runId)
          }}
        >
          {words.running.cancel}
        </FallbackFocusButton>
      ) : null}
      {failuresOf(run).map(({ ids, failure, reached }) => (
        <FailureNotice
          key={ids[0]}
          model={model}
          run={run}
          ids={ids}
          failure={failure}
          reached={reached}
          canChangePrompt={expansionDrafts(state).length > 0}
          words={words}
        />
      ))}
      <CancelledNotices model={model} run={run} words={words} />
      <UnnamedNotice run={run} words={words} />
      {problem === null ? null : (
        <PlainFailure
          model={model}
          failure={problem}
          words={words}
          explanation={words.ended.problem(
            explainFailure(problem, null, words),
            problem.kind !== 'no-answer'
          )}
          onDismiss={() => {
            model.dismissProblem(runId)
          }}
        />
      )}
    </section>
  )
}

function isReady({ state }: Variation): boolean {
  return state.kind === 'ready'
}

/** The image that is in the document, and the others that could be. */
function PlacedNotice({ model, state, words, run }: ViewProps & { readonly run: Run }): JSX.Element {
  const { runId, order, variations: variants, where, isOriginalShown } = run
  const shown = variants.find(({ id }) => id === run.shown)
  const made = shown?.state.kind === 'ready' ? shown.state.made : null
  const placed = words.ended.placed[where ?? 'grown'](order.name)
  const isSuspect = made?.verdict === 'repainted' || made?.verdict === 'mask-misread'
  const images = variants.filter(isReady).length
  const isOnLayer = where !== 'apart' && where !== 'beside' && where !== 'in-view'
  const hasOriginal = isOnLayer && !isCovered(run, state.runs)
  const verdict = made?.verdict ?? null
  // Where the service was not told what to keep, the original is laid over its image with the seam.
  const isKept = verdict === 'kept' || (verdict === null && made?.seam != null)
  return (
    <Notice
      explanation={{
        title: placed.title,
        sentence:
          verdict === null || verdict === 'kept'
            ? placed.sentence
            : words.sentences(placed.sentence, words.ended.verdicts[verdict])
      }}
      tone={isSuspect ? 'warning' : 'good'}
    >
      {made?.seam == null && !isKept ? null : (
        <p class={styles['facts']}>
          {isKept ? <span>{words.ended.originalKept}</span> : null}
          {made?.seam == null ? null : (
            <span
              class={seamGrade(made.seam.after.mean) === 'seen' ? styles['doubt'] : undefined}
              title={words.ended.seamHint(made.seam.before.mean, made.seam.after.mean)}
            >
              {words.ended.seam(seamGrade(made.seam.after.mean))}
            </span>
          )}
        </p>
      )}
      {variants.length > 1 ? <VariantStrip model={model} run={run} words={words} /> : null}
      <div class={styles['keep']}>
        <FallbackFocusButton fullWidth onClick={() => void model.keep(runId)}>
          {words.ended.keep}
        </FallbackFocusButton>
      </div>
      <div class={styles['others']}>
        {hasOriginal ? (
          <HoldButton
            label={where === 'replaced' ? words.ended.seeEarlier : words.ended.seeOriginal}
            isHeld={isOriginalShown}
            onHold={(isHeld) => void model.lookAtOriginal(runId, isHeld)}
          />
        ) : null}
        {where === 'apart' ? null : (
          <Button secondary fullWidth onClick={() => void model.discard(runId)}>
            {words.ended.discard(images)}
          </Button>
        )}
        <Button
          secondary
          fullWidth
          disabled={isUnderWay(run)}
          onClick={() => {
            model.more(runId)
          }}
        >
          {words.ended.more(state.settings.variants)}
        </Button>
      </div>
    </Notice>
  )
}

/** The image that was in the document, and how it is had again: from this window, without a request. */
function UndoneNotice({
  model,
  words,
  run,
  shown,
  undone
}: Pick<ViewProps, 'model' | 'words'> & {
  readonly run: Run
  readonly shown: number
  readonly undone: NonNullable<Run['undone']>
}): JSX.Element {
  const { runId, order, variations: variants } = run
  const canPlace = variants.some((variant) => variant.id === shown && isReady(variant))
  return (
    <Notice explanation={words.ended.undone[undone](order.name)} tone="neutral">
      {variants.length > 1 ? <VariantStrip model={model} run={run} words={words} /> : null}
      <FallbackFocusButton disabled={!canPlace} onClick={() => void model.show(runId, shown)}>
        {words.actions.goOn('image', false, 0)}
      </FallbackFocusButton>
      <Button secondary disabled={isUnderWay(run)} onClick={() => void model.dismissUndone(runId)}>
        {words.ended.back}
      </Button>
    </Notice>
  )
}

/** Whether a later image lies on the same layer: without this one, that would still be seen, and not the original. */
function isCovered({ runId, order }: Run, runs: readonly Run[]): boolean {
  const later = runs.slice(runs.findIndex((run) => run.runId === runId) + 1)
  return later.some((run) => isPlaced(run) && subjectOf(run.order) === subjectOf(order))
}
