import { Button, TextboxMultiline, useWindowKeyDown } from '@create-figma-plugin/ui'
import { type ComponentChildren, type JSX } from 'preact'
import { readTuning, tuningRanges } from '../../core/expansion/tuning'
import { maxPromptLength, promptLength } from '../../core/limits'
import { maxVariants } from '../../core/settings'
import { SegmentedChoice } from '../controls/segmented-choice'
import type { ViewProps } from '../controls/view-props'
import { freeDrafts } from '../draft/expansion-drafts'
import { isLost } from '../expansion/remembered-task'
import { isUnderWay } from '../expansion/run'
import { promptId } from '../focus/focus-prompt'
import { expandId } from '../focus/use-opening-focus'
import type { AppState } from '../state/app-state'
import type { Words } from '../words/words'
import { AdvancedFields, tuningProblemId } from './advanced-fields'
import styles from './expand-form.css'
import { RecentPrompts } from './recent-prompts'

/** The form that all modes share: prompt, variations and the Expand button. `children` is the mode's own part. */
export function ExpandForm({
  model,
  state,
  words,
  hasCanvas = true,
  problem = null,
  children
}: ViewProps & {
  readonly children: ComponentChildren
  /** Whether pixels of the document are sent, to which the result is matched. */
  readonly hasCanvas?: boolean
  /** Why nothing can be expanded, and what could be done. */
  readonly problem?: ComponentChildren
}): JSX.Element {
  const text = words.expand
  const { variants: variations, requestCap } = state.settings
  const promptSize = promptLength(state.prompt.trim())
  const isPromptTooLong = promptSize > maxPromptLength
  const free = freeDrafts(state).length
  const requests = free * variations
  const isOverCap = requests > requestCap
  const isReady = free > 0 && state.hasKey && !isPromptTooLong && !isOverCap
  const wrong = isPromptTooLong
    ? { id: promptProblemId, sentence: text.promptLength(promptSize, maxPromptLength) }
    : (wrongTuning(state, words) ??
      (isOverCap ? { id: capProblemId, sentence: text.overCap(requests, requestCap) } : null))
  // Images that wait for a decision come first.
  const isDeciding =
    state.runs.some((run) => !isUnderWay(run)) ||
    state.news?.kind === 'failed' ||
    state.remembered.some((task) => task.isHere && !isLost(task))
  const expand = (): void => {
    if (isReady) {
      void model.expand()
    }
  }
  useWindowKeyDown('Enter', (event) => {
    if (event.metaKey || event.ctrlKey || startsByEnter(event.target)) {
      event.preventDefault()
      expand()
    }
  })
  return (
    <div class={styles['form']}>
      {children}
      <label class={styles['label']}>
        <span>
          {text.prompt}
          {promptSize === 0 ? null : (
            <span class={styles['count']} aria-hidden>
              {promptSize} / {maxPromptLength}
            </span>
          )}
        </span>
        <TextboxMultiline
          id={promptId}
          aria-label={text.prompt}
          grow
          rows={2}
          placeholder={text.promptHint}
          aria-invalid={isPromptTooLong}
          aria-describedby={isPromptTooLong ? promptProblemId : undefined}
          value={state.prompt}
          onValueInput={model.typePrompt}
        />
      </label>
      <RecentPrompts prompts={state.prompts} label={text.recentPrompts} onPrompt={model.typePrompt} />
      <div class={styles['variants']}>
        <span>{text.variants}</span>
        <SegmentedChoice
          label={text.variants}
          name="variants"
          options={variantCounts.map((count) => ({ value: count, label: count }))}
          value={String(variations)}
          onValue={(count) => void model.saveSettings({ ...state.settings, variants: Number(count) })}
        />
      </div>
      <AdvancedFields model={model} state={state} words={words} hasCanvas={hasCanvas} />
      <div class={styles['footer']}>
        {state.hasKey ? (
          <>
            <Button id={expandId} fullWidth secondary={isDeciding} disabled={!isReady} onClick={expand}>
              {text.action}
            </Button>
            <div class={styles['told']} role="status">
              {wrong === null ? (
                (problem ?? <p class={styles['cost']}>{requests === 0 ? '' : text.requests(requests)}</p>)
              ) : (
                <p class={styles['problem']} id={wrong.id}>
                  {wrong.sentence}
                </p>
              )}
            </div>
            {isOverCap ? (
              <Button secondary fullWidth onClick={openSettings}>
                {words.actions['open-settings']}
              </Button>
            ) : null}
          </>
        ) : (
          <div class={styles['needsKey']}>
            <p>{text.noKey}</p>
            <Button fullWidth onClick={openSettings}>
              {text.addKey}
            </Button>
          </div>
        )}
      </div>
    </div>
  )

  function openSettings(): void {
    model.showScreen('settings')
  }
}

const promptProblemId = 'prompt-problem'
const capProblemId = 'cap-problem'

function wrongTuning(
  { tuningTexts }: AppState,
  { expand: { tuning, outOfRange } }: Words
): { readonly id: string; readonly sentence: string } | null {
  const read = readTuning(tuningTexts)
  if (read.ok) {
    return null
  }
  const { field } = read.failure
  const { min, max } = tuningRanges[field]
  return { id: tuningProblemId, sentence: outOfRange(tuning[field].label, min, max) }
}

const variantCounts = Array.from({ length: maxVariants }, (_, index) => String(index + 1))

/**
 * Starts the expansion by Enter in a choice or on a handle, and by ⌘ or Ctrl with Enter anywhere. In a field Enter only ends the
 * typing, as in Figma, so that nobody pays by habit.
 */
function startsByEnter(target: EventTarget | null): boolean {
  return (
    (target instanceof HTMLInputElement && target.type === 'radio') ||
    (target instanceof HTMLElement && target.getAttribute('role') === 'slider')
  )
}
