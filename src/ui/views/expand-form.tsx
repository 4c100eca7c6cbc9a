import { Button, TextboxMultiline } from '@create-figma-plugin/ui'
import { type ComponentChildren, type JSX } from 'preact'
import { maxPromptLength, promptLength } from '../../core/service-limits'
import styles from './expand-form.css'
import type { ViewProps } from './view-props'

/** What both modes share: the prompt, and the button that starts the expansion. `children` is the mode's own part. */
export function ExpandForm({
  model,
  state,
  words,
  canExpand,
  children
}: ViewProps & { readonly canExpand: boolean; readonly children: ComponentChildren }): JSX.Element {
  const promptSize = promptLength(state.prompt.trim())
  const isPromptTooLong = promptSize > maxPromptLength
  const isReady = canExpand && state.hasKey && !isPromptTooLong
  const expand = (): void => {
    if (isReady) {
      void model.expand()
    }
  }
  return (
    <div
      class={styles['form']}
      onKeyDown={(event) => {
        const { target } = event
        if (event.key === 'Enter' && startsExpansion(target, event.metaKey || event.ctrlKey)) {
          event.preventDefault()
          expand()
        }
      }}
    >
      {children}
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
      {state.hasKey ? (
        <Button fullWidth disabled={!isReady} onClick={expand}>
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

/** Enter starts it from a field of one line; in the prompt, Enter is a new line and ⌘ or Ctrl with Enter starts it. */
function startsExpansion(target: EventTarget | null, hasModifier: boolean): boolean {
  if (target instanceof HTMLTextAreaElement) {
    return hasModifier
  }
  return target instanceof HTMLInputElement && target.type === 'text'
}
