import { Button, Textbox, TextboxMultiline } from '@create-figma-plugin/ui'
import { type JSX } from 'preact'
import { sides } from '../../core/insets'
import { maxPromptLength, promptLength } from '../../core/service-limits'
import type { Target } from '../../core/target'
import { readPlan } from '../model/read-plan'
import { say } from '../words/words'
import { CanvasPreview } from './canvas-preview'
import styles from './expand-form.css'
import { formatSize } from './format-size'
import type { ViewProps } from './view-props'

/** How far the layer grows, what should appear there, and the button that starts it. */
export function ExpandForm({
  model,
  state,
  target,
  words
}: ViewProps & { readonly target: Target }): JSX.Element {
  const plan = readPlan(target, state.insetTexts)
  const promptSize = promptLength(state.prompt.trim())
  const isPromptTooLong = promptSize > maxPromptLength
  const canExpand = plan.ok && state.hasKey && !isPromptTooLong
  const expand = (): void => {
    if (canExpand) {
      void model.expand()
    }
  }
  return (
    <div
      class={styles['form']}
      onKeyDown={(event) => {
        const isText = event.target instanceof HTMLTextAreaElement
        const isSend = event.key === 'Enter' && (!isText || event.metaKey || event.ctrlKey)
        if (isSend && !(event.target instanceof HTMLButtonElement)) {
          event.preventDefault()
          expand()
        }
      }}
    >
      <CanvasPreview
        subject={target}
        insets={plan.ok ? plan.value.insets : null}
        label={words.expand.previewLabel}
      />
      <p class={styles['size']}>
        {plan.ok ? words.expand.size(formatSize(target), formatSize(plan.value.canvas)) : formatSize(target)}
      </p>
      <fieldset class={styles['insets']}>
        <legend class={styles['legend']}>
          {words.expand.insetsTitle} <span class={styles['muted']}>{words.expand.insetsHint}</span>
        </legend>
        {sides.map((side) => (
          <InsetField
            key={side}
            label={words.sides[side]}
            value={state.insetTexts[side]}
            isWrong={!plan.ok && 'side' in plan.failure && plan.failure.side === side}
            onValue={(text) => {
              model.typeInset(side, text)
            }}
          />
        ))}
      </fieldset>
      <p class={styles['problem']} id="insets-problem" role="status">
        {plan.ok ? '' : say(words.insetsObstacles, plan.failure)}
      </p>
      <label class={styles['label']}>
        <span>{words.expand.prompt}</span>
        <TextboxMultiline
          aria-label={words.expand.prompt}
          grow
          rows={2}
          placeholder={words.expand.promptHint}
          value={state.prompt}
          onValueInput={model.typePrompt}
        />
      </label>
      {isPromptTooLong ? (
        <p class={styles['problem']} role="status">
          {words.expand.promptLength(promptSize, maxPromptLength)}
        </p>
      ) : null}
      <p class={styles['muted']}>
        {target.content === 'backdrop' ? words.expand.backdrop(target.liveLayers) : words.expand.everything}
      </p>
      {state.hasKey ? (
        <Button fullWidth disabled={!canExpand} onClick={expand}>
          {words.expand.action}
        </Button>
      ) : (
        <div class={styles['needsKey']}>
          <p>{words.expand.noKey}</p>
          <Button
            fullWidth
            onClick={() => {
              model.show('settings')
            }}
          >
            {words.expand.addKey}
          </Button>
        </div>
      )}
    </div>
  )
}

function InsetField({
  label,
  value,
  isWrong,
  onValue
}: {
  readonly label: string
  readonly value: string
  readonly isWrong: boolean
  readonly onValue: (text: string) => void
}): JSX.Element {
  return (
    <label class={styles['inset']}>
      <span>{label}</span>
      <Textbox
        aria-label={label}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? 'insets-problem' : undefined}
        value={value}
        onValueInput={onValue}
      />
    </label>
  )
}
