import { type JSX } from 'preact'
import type { Anchor } from '../../core/growth/growth'
import type { Words } from '../words/words'
import styles from './growth-fields.css'

const points = ['start', 'middle', 'end'] as const

/** Chooses the source image's position on the canvas, one of nine; `null` is none of them. */
export function AnchorChoice({
  anchor,
  words,
  onAnchor
}: {
  readonly anchor: Anchor | null
  readonly words: Words
  readonly onAnchor: (anchor: Anchor) => void
}): JSX.Element {
  const { anchor: label, anchorNames } = words.expand
  return (
    <div class={styles['anchor']} role="radiogroup" aria-label={label} title={label}>
      {points.map((down) =>
        points.map((across) => (
          <label key={`${down} ${across}`} class={styles['place']} title={anchorNames[down][across]}>
            <input
              type="radio"
              name="anchor"
              aria-label={anchorNames[down][across]}
              checked={anchor?.across === across && anchor.down === down}
              onChange={() => {
                onAnchor({ across, down })
              }}
            />
            <span />
          </label>
        ))
      )}
    </div>
  )
}
