import { Button } from '@create-figma-plugin/ui'
import { type JSX } from 'preact'
import type { RememberedTask } from '../model/task-memory'
import { Notice } from './notice'
import type { ViewProps } from './view-props'

/** Images that were paid for earlier and are not placed yet. */
export function RememberedTasks({ model, state, words }: ViewProps): JSX.Element | null {
  const { remembered } = state
  return remembered.length === 0 ? null : (
    <>
      {remembered.map(({ record, hope }: RememberedTask) => (
        <Notice
          key={record.taskId}
          explanation={words.remembered[hope](record.order.name, record.file.name)}
          tone="neutral"
        >
          {hope === 'here' ? (
            <Button onClick={() => void model.placeRemembered(record.taskId)}>
              {words.remembered.place}
            </Button>
          ) : null}
          <Button secondary onClick={() => void model.discardRemembered(record.taskId)}>
            {words.remembered.discard}
          </Button>
        </Notice>
      ))}
    </>
  )
}
