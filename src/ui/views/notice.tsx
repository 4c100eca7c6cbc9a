import { type ComponentChildren, type JSX } from 'preact'
import type { Explanation } from '../words/words'
import styles from './notice.css'

/** A title, a sentence, and what can be done about it. */
export function Notice({
  explanation,
  tone,
  children
}: {
  readonly explanation: Explanation
  readonly tone: 'neutral' | 'good' | 'warning' | 'bad'
  readonly children?: ComponentChildren
}): JSX.Element {
  return (
    <section
      class={`${styles['notice'] ?? ''} ${styles[tone] ?? ''}`}
      role={tone === 'bad' ? 'alert' : 'status'}
    >
      <h2 class={styles['title']}>{explanation.title}</h2>
      <p class={styles['sentence']}>{explanation.sentence}</p>
      {children == null ? null : <div class={styles['actions']}>{children}</div>}
    </section>
  )
}
