import { IconButton, IconSettings24 } from '@create-figma-plugin/ui'
import { type JSX } from 'preact'
import type { Run } from '../model/app-state'
import { modeOf, readDraft, type Draft } from '../model/read-draft'
import { say } from '../words/words'
import styles from './expand-screen.css'
import { FrameForm } from './frame-form'
import { Notice } from './notice'
import { RememberedTasks } from './remembered-tasks'
import { RunReport } from './run-report'
import { SegmentedChoice } from './segmented-choice'
import { SidesForm } from './sides-form'
import type { ViewProps } from './view-props'

/** The main screen: what is selected, how far it grows, and what has become of it. */
export function ExpandScreen(props: ViewProps): JSX.Element {
  const { model, state, words } = props
  const draft = readDraft(state)
  return (
    <main class={styles['screen']}>
      <header class={styles['header']}>
        <h1 class={styles['title']}>{titleOf(state.run, draft) ?? words.expand.action}</h1>
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
      {state.settingsFailure === null ? null : (
        <Notice explanation={say(words.failures, state.settingsFailure)} tone="bad" />
      )}
      {state.run.kind === 'idle' ? null : <RunReport {...props} />}
      {isOccupied(state.run) ? null : (
        <>
          <RememberedTasks {...props} />
          {hasChoice(draft) ? (
            <SegmentedChoice
              label={words.expand.mode}
              name="mode"
              options={(['frame', 'sides'] as const).map((mode) => ({
                value: mode,
                label: words.expand.modes[mode]
              }))}
              value={modeOf(state)}
              onValue={model.chooseMode}
            />
          ) : null}
          <DraftView {...props} draft={draft} />
        </>
      )}
    </main>
  )
}

/** While something is under way or paid for and not placed yet, the form for a new one is put away. */
function isOccupied(run: Run): boolean {
  return (
    run.kind === 'running' ||
    ((run.kind === 'failed' || run.kind === 'cancelled') && run.reached.kind !== 'nothing')
  )
}

/** The layer that is being expanded; else the one that would be. */
function titleOf(run: Run, draft: Draft): string | null {
  if (run.kind === 'running') {
    return run.order.name
  }
  return 'target' in draft ? draft.target.name : null
}

/** Without a selection there is nothing to choose a mode for. */
function hasChoice(draft: Draft): boolean {
  return (
    draft.kind !== 'looking' && !(draft.kind === 'obstacle' && draft.obstacle.kind === 'nothing-selected')
  )
}

function DraftView({ draft, ...props }: ViewProps & { readonly draft: Draft }): JSX.Element {
  const { words } = props
  switch (draft.kind) {
    case 'looking':
      return <p class={styles['muted']}>{words.expand.looking}</p>
    case 'obstacle':
      return <Notice explanation={say(words.obstacles, draft.obstacle)} tone="neutral" />
    case 'sides':
      return <SidesForm {...props} draft={draft} />
    case 'frame':
      return <FrameForm {...props} draft={draft} />
  }
}
