import { Button } from '@create-figma-plugin/ui'
import { type JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { AppModel } from '../model/app-model'
import type { Run } from '../model/app-state'
import type { Words } from '../words/words'
import styles from './run-progress.css'

/** How far the expansion is, in words and as a bar, and the way to stop it. */
export function RunProgress({
  model,
  run,
  words
}: {
  readonly model: AppModel
  readonly run: Run & { kind: 'running' }
  readonly words: Words
}): JSX.Element {
  const { stage, percent } = run
  const cancel = useRef<HTMLButtonElement>(null)
  // The button that was pressed is gone: the focus goes on to what can be done now.
  useEffect(() => {
    cancel.current?.focus()
  }, [])
  return (
    <section class={styles['progress']}>
      <p class={styles['stage']}>
        <span role="status">{words.stages[stage]}</span>
        <span>{percent === null ? '' : words.running.percent(percent)}</span>
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
      {stage === 'placing' ? null : (
        <Button secondary fullWidth ref={cancel} onClick={model.cancel}>
          {words.running.cancel}
        </Button>
      )}
    </section>
  )
}
