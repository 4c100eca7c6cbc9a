import { Button, IconButton, IconNavigateBack24 } from '@create-figma-plugin/ui'
import { type JSX } from 'preact'
import { seamGrade } from '../../core/expansion/seam-grade'
import { CopyButton } from '../controls/copy-button'
import { formatSize } from '../controls/format-size'
import { useImageUrl } from '../controls/use-image-url'
import type { ViewProps } from '../controls/view-props'
import { backId } from '../focus/use-screen-focus'
import type { AppModel } from '../model/app-model'
import type { PastImage } from '../state/app-state'
import type { Words } from '../words/words'
import screen from './expand-screen.css'
import styles from './history-screen.css'

/** Lists the images generated since the plugin was opened. */
export function HistoryScreen({ model, state, words }: ViewProps): JSX.Element {
  return (
    <main class={screen['screen']} tabIndex={-1}>
      <header class={styles['header']}>
        <IconButton
          id={backId}
          aria-label={words.settings.back}
          title={words.settings.back}
          onClick={() => {
            model.showScreen('expand')
          }}
        >
          <IconNavigateBack24 />
        </IconButton>
        <h1 class={screen['title']}>{words.history.title}</h1>
      </header>
      <p class={screen['muted']}>{state.past.length === 0 ? words.history.empty : words.history.free}</p>
      <ol class={styles['images']}>
        {state.past.map((image, index) => (
          <PastEntry key={state.past.length - index} model={model} image={image} words={words} />
        ))}
      </ol>
    </main>
  )
}

function PastEntry({
  model,
  image,
  words
}: {
  readonly model: AppModel
  readonly image: PastImage
  readonly words: Words
}): JSX.Element {
  const { expansion: order, image: made } = image
  const url = useImageUrl(made.thumbnail)
  return (
    <li class={styles['entry']}>
      {url === null ? (
        <span class={styles['image']}>{words.expand.noPicture}</span>
      ) : (
        <img class={styles['image']} src={url} alt="" />
      )}
      <div class={styles['about']}>
        <strong class={styles['name']} dir="auto">
          {order.name}
        </strong>
        <span class={styles['prompt']}>{order.prompt === '' ? words.history.noPrompt : order.prompt}</span>
        <span class={styles['numbers']}>
          {order.plan.canvas === null ? null : <span>{formatSize(order.plan.canvas)}</span>}
          <span>{words.history.seed(order.seed)}</span>
          {image.isKept ? <strong>{words.news.kept({ kind: 'kept', name: order.name }).title}</strong> : null}
          {made.seam === null ? null : <span>{words.ended.seam(seamGrade(made.seam.after.mean))}</span>}
        </span>
        <div class={styles['actions']}>
          <Button
            secondary
            onClick={() => {
              model.placePast(image)
            }}
          >
            {words.history.again}
          </Button>
          <CopyButton
            label={words.history.copySeed}
            copied={words.actions.copied}
            onCopy={() => {
              model.copySeed(order.seed)
            }}
          />
        </div>
      </div>
    </li>
  )
}
