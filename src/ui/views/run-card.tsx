import { Button } from '@create-figma-plugin/ui'
import { type ComponentChildren, type JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { isUnderWay, type Run, type Variant } from '../model/run'
import { say, type Words } from '../words/words'
import { FailureNotice } from './failure-notice'
import { HoldButton } from './hold-button'
import { Notice } from './notice'
import styles from './run-card.css'
import { RunProgress } from './run-progress'
import { VariantStrip } from './variant-strip'
import type { ViewProps } from './view-props'

/** One run in full: how far it is, what has come of it, and what can be done with that. */
export function RunCard({ run, ...props }: ViewProps & { readonly run: Run }): JSX.Element {
  const { model, words } = props
  const { runId, variants, problem } = run
  return (
    <section class={styles['card']} aria-label={run.order.name}>
      <RunProgress run={run} words={words} />
      {run.shown === null && variants.length > 1 ? (
        <VariantStrip model={model} run={run} words={words} />
      ) : null}
      {isUnderWay(run) ? (
        <CancelButton
          label={words.running.cancel}
          onPress={() => {
            model.cancel(runId)
          }}
        />
      ) : null}
      {run.shown === null ? null : <PlacedNotice {...props} run={run} />}
      {variants.filter(isFailed).map((variant) => (
        <FailureNotice key={variant.id} model={model} run={run} variant={variant} words={words} />
      ))}
      <EndedNotices {...props} run={run} />
      {problem === null ? null : <Notice explanation={say(words.failures, problem)} tone="bad" />}
    </section>
  )
}

/** The button that was pressed is gone: the focus goes on to what can be done now. */
function CancelButton({
  label,
  onPress
}: {
  readonly label: string
  readonly onPress: () => void
}): JSX.Element {
  const cancel = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    cancel.current?.focus()
  }, [])
  return (
    <Button secondary fullWidth ref={cancel} onClick={onPress}>
      {label}
    </Button>
  )
}

/** The image that is in the document, and the others that could be. */
function PlacedNotice({ model, state, words, run }: ViewProps & { readonly run: Run }): JSX.Element {
  const { runId, order, variants, where, isOriginalShown } = run
  const shown = variants.find(({ id }) => id === run.shown)
  const made = shown?.state.kind === 'ready' ? shown.state.made : null
  const placed = words.ended.placed[where ?? 'grown'](order.name)
  const verdict = made?.verdict == null ? '' : ` ${words.ended.verdicts[made.verdict]}`
  return (
    <Notice explanation={{ title: placed.title, sentence: placed.sentence + verdict }} tone="good">
      {made?.seam == null ? null : (
        <p class={styles['seam']} title={words.ended.seamHint}>
          {words.ended.seam(made.seam.after.mean, made.seam.before.mean)}
        </p>
      )}
      {variants.length > 1 ? <VariantStrip model={model} run={run} words={words} /> : null}
      <Button onClick={() => void model.keep(runId)}>{words.ended.keep}</Button>
      {where === 'apart' ? null : (
        <>
          <Button secondary onClick={() => void model.discard(runId)}>
            {words.ended.discard}
          </Button>
          <HoldButton
            label={words.ended.seeOriginal}
            isHeld={isOriginalShown}
            onHold={(isHeld) => void model.lookAtOriginal(runId, isHeld)}
          />
        </>
      )}
      <Button
        secondary
        disabled={isUnderWay(run)}
        onClick={() => {
          model.more(runId)
        }}
      >
        {words.ended.more(state.settings.variants)}
      </Button>
    </Notice>
  )
}

/** Variants that were cancelled, or dealt with in another window. */
function EndedNotices({ model, words, run }: ViewProps & { readonly run: Run }): JSX.Element {
  const { runId, variants } = run
  const cancelled = variants.filter(({ state }) => state.kind === 'cancelled')
  const charged = cancelled.filter(({ state }) => state.kind === 'cancelled' && state.mayBeCharged)
  const isElsewhere = variants.some(({ state }) => state.kind === 'elsewhere')
  const back = (
    <Button
      secondary
      onClick={() => {
        model.dismiss(runId)
      }}
    >
      {words.ended.back}
    </Button>
  )
  const canLeave = run.shown === null && !isUnderWay(run)
  return (
    <>
      {cancelled.length === 0 ? null : (
        <Notice
          explanation={{
            title: words.ended.cancelledTitle,
            sentence: charged.length > 0 ? words.ended.cancelledCharged : words.ended.cancelledFree
          }}
          tone="neutral"
        >
          {cancelled.map((variant) => (
            <GoOnButton key={variant.id} variant={variant} words={words} of={cancelled}>
              {(label) => (
                <Button
                  onClick={() => {
                    model.goOn(runId, variant.id)
                  }}
                >
                  {label}
                </Button>
              )}
            </GoOnButton>
          ))}
          {canLeave ? back : null}
        </Notice>
      )}
      {isElsewhere ? (
        <Notice explanation={words.ended.elsewhere} tone="neutral">
          {canLeave ? back : null}
        </Notice>
      ) : null}
    </>
  )
}

/** Says what going on with a cancelled variant is; with several, with which of them. */
function GoOnButton({
  variant: { id, state },
  of,
  words,
  children
}: {
  readonly variant: Variant
  readonly of: readonly Variant[]
  readonly words: Words
  readonly children: (label: string) => ComponentChildren
}): JSX.Element | null {
  if (state.kind !== 'cancelled') {
    return null
  }
  const label = words.actions.goOn(state.reached.kind, false)
  const number = of.findIndex((variant) => variant.id === id) + 1
  return <>{children(of.length > 1 ? `${label} (${number})` : label)}</>
}

function isFailed(
  variant: Variant
): variant is Variant & { readonly state: Variant['state'] & { readonly kind: 'failed' } } {
  return variant.state.kind === 'failed'
}
