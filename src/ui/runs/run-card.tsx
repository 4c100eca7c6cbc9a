import { Button } from '@create-figma-plugin/ui'
import type { JSX } from 'preact'
import { seamGrade } from '../../core/expansion/seam-grade'
import { Notice } from '../controls/notice'
import type { ViewProps } from '../controls/view-props'
import { expansionDrafts, subjectOf } from '../draft/expansion-drafts'
import { canCancel, isPlaced, isUnderWay, type Run, type Variation } from '../expansion/run'
import { FallbackFocusButton } from '../focus/fallback-focus-button'
import { explainFailure } from '../words/failures/explain-failure'
import { CancelledNotices } from './canceled-notices'
import { FailureNotice, failuresOf } from './failure-notice'
import { HoldButton } from './hold-button'
import { PlainFailure } from './plain-failure'
import styles from './run-card.css'
import { RunProgress } from './run-progress'
import { UnnamedNotice } from './unnamed-notice'
import { VariationStrip } from './variation-strip'

/** Shows one expansion in full: its progress, its image and its actions. */
export function RunCard({
  run,
  isAlone,
  ...props
}: ViewProps & {
  readonly run: Run
  /** Whether no row above names the layer. */
  readonly isAlone: boolean
}): JSX.Element {
  const { model, state, words } = props
  const { runId, variations, problem } = run
  return (
    <section class={styles['card']} aria-label={run.expansion.name}>
      {isAlone && isUnderWay(run) ? (
        <p class={styles['name']} dir="auto" title={run.expansion.name}>
          {run.expansion.name}
        </p>
      ) : null}
      {run.shown === null ? null : run.undone === null ? (
        <PlacedNotice {...props} run={run} />
      ) : (
        <UndoneNotice model={model} run={run} shown={run.shown} undone={run.undone} words={words} />
      )}
      <RunProgress run={run} durations={state.durations} words={words} />
      {run.shown === null && (variations.length > 1 || variations.some(isReady)) ? (
        <VariationStrip model={model} run={run} words={words} />
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

/** Shows the placed image with its decision, and the other variations. */
function PlacedNotice({ model, state, words, run }: ViewProps & { readonly run: Run }): JSX.Element {
  const { runId, expansion: order, variations, where, isOriginalShown } = run
  const shown = variations.find(({ id }) => id === run.shown)
  const made = shown?.state.kind === 'ready' ? shown.state.image : null
  const placed = words.ended.placed[where ?? 'grown'](order.name)
  const isSuspect = made?.verdict === 'repainted' || made?.verdict === 'mask-misread'
  const images = variations.filter(isReady).length
  const isOnLayer = where !== 'apart' && where !== 'beside' && where !== 'in-view'
  const hasOriginal = isOnLayer && !isCovered(run, state.runs)
  const verdict = made?.verdict ?? null
  // A four-side request has no mask: its original is overlaid if there is a seam.
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
      {variations.length > 1 ? <VariationStrip model={model} run={run} words={words} /> : null}
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

/** Says that the image was undone and offers to place it again, without a request. */
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
  const { runId, expansion: order, variations } = run
  const canPlace = variations.some((variation) => variation.id === shown && isReady(variation))
  return (
    <Notice explanation={words.ended.undone[undone](order.name)} tone="neutral">
      {variations.length > 1 ? <VariationStrip model={model} run={run} words={words} /> : null}
      <FallbackFocusButton disabled={!canPlace} onClick={() => void model.show(runId, shown)}>
        {words.actions.goOn('image', false, 0)}
      </FallbackFocusButton>
      <Button secondary disabled={isUnderWay(run)} onClick={() => void model.dismissUndone(runId)}>
        {words.ended.back}
      </Button>
    </Notice>
  )
}

/** Tells whether a later image lies on the same layer, which would hide the original without this image. */
function isCovered({ runId, expansion: order }: Run, runs: readonly Run[]): boolean {
  const later = runs.slice(runs.findIndex((run) => run.runId === runId) + 1)
  return later.some((run) => isPlaced(run) && subjectOf(run.expansion) === subjectOf(order))
}
