import { Button } from '@create-figma-plugin/ui'
import { type JSX } from 'preact'
import { formatSize } from '../controls/format-size'
import { Notice } from '../controls/notice'
import { useNow } from '../controls/use-now'
import type { ViewProps } from '../controls/view-props'
import { byExpansion, isLost, type RememberedTask } from '../expansion/remembered-task'
import { isFirstRun } from '../state/app-state'
import { RememberedExpansion } from './remembered-expansion'
import styles from './remembered-tasks.css'

/** Images that were paid for earlier and are not placed yet, and uploads that are lost. */
export function RememberedTasks(props: ViewProps): JSX.Element | null {
  const { model, state, words } = props
  const here = state.remembered.filter(({ isHere }) => isHere)
  const others = byExpansion(state.remembered.filter(({ isHere }) => !isHere))
  return (
    <>
      {here.length === 0 ? null : <TasksOfThisFile {...props} tasks={here} />}
      {others.map((tasks) => {
        const [{ entry }] = tasks
        const isGone = tasks.every(({ found }) => found === 'gone')
        const discard = (): void => void model.discardRemembered(tasks.map((task) => task.entry.id))
        return (
          <Notice
            key={entry.id}
            explanation={words.remembered.elsewhere[isGone ? 'gone' : 'other-file'](
              entry.expansion.name,
              entry.file.name
            )}
            tone="neutral"
            close={isGone ? { label: words.ended.back, onClose: discard } : null}
          >
            {isGone ? null : (
              <Button secondary onClick={discard}>
                {words.remembered.discard}
              </Button>
            )}
          </Notice>
        )
      })}
      {state.lost.map(({ entryId, name, file, phase }) => (
        <Notice
          key={entryId}
          explanation={words.remembered.lost[phase](name, file.name)}
          tone="neutral"
          close={{ label: words.ended.back, onClose: () => void model.forgetLost(entryId) }}
        />
      ))}
    </>
  )
}

function TasksOfThisFile({
  model,
  state,
  words,
  tasks
}: ViewProps & { readonly tasks: readonly RememberedTask[] }): JSX.Element {
  const now = useNow(true)
  const expansions = byExpansion(tasks)
  const finished = expansions.filter((group) => group.some(({ found }) => found === 'finished')).length
  const over = expansions.filter((group) => group.every(isLost)).length
  return (
    <Notice
      explanation={words.remembered.here({
        finished,
        over,
        underWay: expansions.length - finished - over
      })}
      tone="neutral"
    >
      <ul class={styles['tasks']}>
        {expansions.map((group) => (
          <RememberedExpansion
            key={group[0].entry.id}
            model={model}
            state={state}
            words={words}
            tasks={group}
            facts={factsOf(group, words, now)}
          />
        ))}
      </ul>
      {state.hasKey || isFirstRun(state) ? null : (
        <Button
          onClick={() => {
            model.showScreen('settings')
          }}
        >
          {words.expand.addKey}
        </Button>
      )}
    </Notice>
  )
}

/** Size, age and number of an expansion's images. */
function factsOf(
  tasks: readonly [RememberedTask, ...RememberedTask[]],
  { remembered }: ViewProps['words'],
  now: number
): readonly string[] {
  const { expansion, accepted, begunAtMs } = tasks[0].entry
  const images = tasks.reduce((sum, { thumbnails }) => sum + Math.max(1, thumbnails.length), 0)
  const ageMs = Math.max(0, now - (accepted?.atMs ?? begunAtMs))
  return [
    images === 1 ? [] : unbroken(remembered.images(images)),
    expansion.plan.canvas === null ? [] : unbroken(formatSize(expansion.plan.canvas)),
    unbroken(remembered.ago(Math.floor(ageMs / 60_000)))
  ].flat()
}

/** The text on one line. */
function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0')
}
