import { Button } from '@create-figma-plugin/ui'
import { type JSX } from 'preact'
import { useImageUrl } from '../controls/use-image-url'
import type { ViewProps } from '../controls/view-props'
import { isLost, type RememberedTask } from '../expansion/remembered-task'
import { taskAddress, taskHost } from '../model/task-address'
import type { Words } from '../words/words'
import styles from './remembered-tasks.css'

/** The paid images of one expansion of an earlier window: one row for all of its variations. */
export function RememberedExpansion({
  model,
  state,
  words,
  tasks,
  facts
}: ViewProps & {
  readonly tasks: readonly [RememberedTask, ...RememberedTask[]]
  readonly facts: readonly string[]
}): JSX.Element {
  const { remembered } = words
  const [first] = tasks
  const { name } = first.entry.expansion
  const images = tasks.flatMap((task) =>
    (task.thumbnails.length === 0 ? [null] : task.thumbnails).map((thumbnail) => ({ task, thumbnail }))
  )
  const open = tasks.filter((task) => !isLost(task))
  const [waiting] = open
  // A task that failed is over at every address.
  const address = waiting === undefined ? 'current' : taskAddress(waiting.entry, state.settings)
  const isOver = waiting === undefined || address === 'closed'
  const isFinished = open.some(({ found }) => found === 'finished')
  const ids = open.map(({ entry }) => entry.id)
  return (
    <li class={styles['task']}>
      <span class={styles['name']} dir="auto" title={name}>
        {name}
      </span>
      <span class={styles['state']}>
        {[
          ...(tasks.length === 1 && address === 'current' ? [stateOf(first, remembered)] : []),
          ...facts
        ].join(' · ')}
      </span>
      {address === 'current' ? null : (
        <span class={styles['state']}>{remembered.otherAddress(taskHost(first.entry))}</span>
      )}
      {images.length === 1 && first.thumbnails.length === 0 ? null : (
        <ol class={styles['images']}>
          {images.map(({ task, thumbnail }, index) => (
            <RememberedImage
              key={index}
              thumbnail={thumbnail}
              number={index + 1}
              state={tasks.length === 1 ? null : stateOf(task, remembered)}
              remembered={remembered}
            />
          ))}
        </ol>
      )}
      <div class={styles['actions']}>
        {isOver || !state.hasKey ? null : (
          <Button
            aria-label={isFinished ? remembered.placeOf(name) : words.listed(remembered.get, name)}
            onClick={() => {
              model.placeRemembered(ids)
            }}
          >
            {isFinished ? remembered.place : remembered.get}
          </Button>
        )}
        <Button
          secondary
          aria-label={isOver ? words.listed(words.ended.back, name) : remembered.discardOf(name)}
          onClick={() => void model.discardRemembered(tasks.map(({ entry }) => entry.id))}
        >
          {isOver ? words.ended.back : remembered.discard}
        </Button>
      </div>
    </li>
  )
}

/** One image: its thumbnail, or its number until there is one, and how far it is. */
function RememberedImage({
  thumbnail,
  number,
  state,
  remembered
}: {
  readonly thumbnail: Uint8Array | null
  readonly number: number
  /** Null where the card has said it. */
  readonly state: string | null
  readonly remembered: Words['remembered']
}): JSX.Element {
  const url = useImageUrl(thumbnail)
  return (
    <li class={styles['image']}>
      {url === null ? (
        <span class={styles['number']}>{number}</span>
      ) : (
        <img class={styles['thumbnail']} src={url} alt={remembered.imageNumber(number)} />
      )}
      {state === null ? null : (
        <span class={styles['state']}>{`${url === null ? '' : `${number} · `}${state}`}</span>
      )}
    </li>
  )
}

/** How far a task is; what was canceled says so. */
function stateOf({ entry, found }: RememberedTask, remembered: Words['remembered']): string {
  const said = remembered.found[found ?? 'unknown']
  return entry.accepted?.isCanceled === true ? `${remembered.canceled} · ${said}` : said
}
