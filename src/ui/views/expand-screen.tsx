import { IconSettings24, IconButton } from '@create-figma-plugin/ui'
import { type JSX } from 'preact'
import { ExpandForm } from './expand-form'
import styles from './expand-screen.css'
import { Notice } from './notice'
import { RunReport } from './run-report'
import type { ViewProps } from './view-props'
import { say } from '../words/words'

/** The main screen: what is selected, how far it grows, and what has become of it. */
export function ExpandScreen({ model, state, words }: ViewProps): JSX.Element {
  const { selection, run } = state
  return (
    <main class={styles['screen']}>
      <header class={styles['header']}>
        <h1 class={styles['title']}>
          {selection?.kind === 'target' ? selection.target.name : words.expand.action}
        </h1>
        <IconButton
          aria-label={words.expand.settings}
          title={words.expand.settings}
          onClick={() => {
            model.show('settings')
          }}
        >
          <IconSettings24 />
        </IconButton>
      </header>
      {run.kind === 'idle' ? null : <RunReport model={model} state={state} words={words} />}
      {run.kind === 'running' ? null : selection === null ? (
        <p class={styles['muted']}>{words.expand.looking}</p>
      ) : selection.kind === 'target' ? (
        <ExpandForm model={model} state={state} target={selection.target} words={words} />
      ) : (
        <Notice explanation={say(words.obstacles, selection.obstacle)} tone="neutral" />
      )}
    </main>
  )
}
