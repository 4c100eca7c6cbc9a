import { type JSX } from 'preact'
import type { Words } from '../words/words'
import styles from './preview-area.css'

/** Explains the colors of a preview. */
export function PreviewLegend({
  hasLive,
  words
}: {
  readonly hasLive: boolean
  readonly words: Words
}): JSX.Element {
  const { kept, added, live } = words.preview
  return (
    <ul class={styles['legend']}>
      <li>
        <span class={styles['kept']} />
        {kept}
      </li>
      <li>
        <span class={styles['new']} />
        {added}
      </li>
      {hasLive ? (
        <li>
          <span class={styles['live']} />
          {live}
        </li>
      ) : null}
    </ul>
  )
}
