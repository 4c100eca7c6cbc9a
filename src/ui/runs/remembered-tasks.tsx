import { Button } from '@create-figma-plugin/ui'
import { type JSX } from 'preact'
import { formatSize } from '../controls/format-size'
import { Notice } from '../controls/notice'
import { useNow } from '../controls/use-now'
import type { ViewProps } from '../controls/view-props'
import type { RememberedTask } from '../expansion/task-memory'
import { taskAddress, taskHost } from '../model/task-address'
import { isFirstRun } from '../state/app-state'
import styles from './remembered-tasks.css'

/** Lists paid images of earlier sessions that are not placed yet. */
export function RememberedTasks(props: ViewProps): JSX.Element | null {
  const { model, state, words } = props
  const here = state.remembered.filter(({ hope }) => hope === 'here')
  return (
    <>
      {here.length === 0 ? null : <TasksOfThisFile {...props} tasks={here} />}
      {state.remembered.map(({ record, hope }) =>
        hope === 'here' ? null : (
          <Notice
            key={record.taskId}
            explanation={words.remembered.elsewhere[hope](record.order.name, record.file.name)}
            tone="neutral"
            close={
              hope === 'gone'
                ? {
                    label: words.ended.back,
                    onClose: () => void model.discardRemembered(record.taskId)
                  }
                : null
            }
          >
            {hope === 'gone' ? null : (
              <Button secondary onClick={() => void model.discardRemembered(record.taskId)}>
                {words.remembered.discard}
              </Button>
            )}
          </Notice>
        )
      )}
      {state.cutOff.map(({ id, name, file, awaits }) => (
        <Notice
          key={id}
          explanation={words.remembered[awaits === 'nothing' ? 'unnamed' : 'cutOff'](name, file.name)}
          tone="neutral"
          close={{ label: words.ended.back, onClose: () => void model.forgetCutOff(id) }}
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
  const finished = tasks.filter(({ found }) => found === 'finished').length
  const over = tasks.filter(({ found }) => found === 'over').length
  return (
    <Notice
      explanation={words.remembered.here({
        finished,
        over,
        underWay: tasks.length - finished - over
      })}
      tone="neutral"
    >
      <ul class={styles['tasks']}>
        {tasks.map((task) => (
          <TaskOfThisFile
            key={task.record.taskId}
            model={model}
            state={state}
            words={words}
            task={task}
            now={now}
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

function TaskOfThisFile({
  model,
  state,
  words,
  task: { record, found },
  now
}: ViewProps & { readonly task: RememberedTask; readonly now: number }): JSX.Element {
  const { taskId, order, createdAtMs } = record
  // A failed task has ended, whatever its address.
  const address = found === 'over' ? 'current' : taskAddress(record, state.settings)
  const isOver = found === 'over' || address === 'closed'
  return (
    <li class={styles['task']}>
      <span class={styles['name']} dir="auto" title={order.name}>
        {order.name}
      </span>
      <span class={styles['state']}>
        {[
          address === 'current' ? words.remembered.found[found ?? 'unknown'] : [],
          order.plan.canvas === null ? [] : unbroken(formatSize(order.plan.canvas)),
          unbroken(words.remembered.ago(Math.floor(Math.max(0, now - createdAtMs) / 60_000)))
        ]
          .flat()
          .join(' · ')}
      </span>
      {address === 'current' ? null : (
        <span class={styles['state']}>{words.remembered.otherAddress(taskHost(record))}</span>
      )}
      <div class={styles['actions']}>
        {isOver || !state.hasKey ? null : (
          <Button
            aria-label={
              found === 'finished'
                ? words.remembered.placeOf(order.name)
                : words.listed(words.remembered.get, order.name)
            }
            onClick={() => {
              model.placeRemembered(taskId)
            }}
          >
            {found === 'finished' ? words.remembered.place : words.remembered.get}
          </Button>
        )}
        <Button
          secondary
          aria-label={
            isOver ? words.listed(words.ended.back, order.name) : words.remembered.discardOf(order.name)
          }
          onClick={() => void model.discardRemembered(taskId)}
        >
          {isOver ? words.ended.back : words.remembered.discard}
        </Button>
      </div>
    </li>
  )
}

/** Joins a text with no-break spaces. */
function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0')
}
