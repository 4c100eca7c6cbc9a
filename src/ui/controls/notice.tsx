import { IconButton, IconCloseSmall24 } from '@create-figma-plugin/ui'
import { type ComponentChildren, type JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { focusIfLost } from '../focus/focus-if-lost'
import type { Explanation } from '../words/say'
import styles from './notice.css'

/** A title, a sentence, what can be done about it, and a way to be rid of it. */
export function Notice({
  explanation,
  tone,
  close = null,
  children
}: {
  readonly explanation: Explanation
  readonly tone: 'neutral' | 'good' | 'warning' | 'bad'
  readonly close?: Close | null
  readonly children?: ComponentChildren
}): JSX.Element {
  return (
    <section
      class={`${styles['notice'] ?? ''} ${styles[tone] ?? ''} ${close === null ? '' : (styles['closable'] ?? '')}`}
      role={tone === 'bad' ? 'alert' : 'status'}
    >
      <h2 class={styles['title']}>{explanation.title}</h2>
      <p class={styles['sentence']}>{explanation.sentence}</p>
      {children == null ? null : <div class={styles['actions']}>{children}</div>}
      {close === null ? null : <CloseButton {...close} />}
    </section>
  )
}

interface Close {
  readonly label: string
  readonly onClose: () => void
  /** Whether it takes the focus as it appears, where what had it is gone. */
  readonly takesFocus?: boolean
}

/** In the corner for the eye; for the keys after what helps more. */
function CloseButton({ label, onClose, takesFocus = false }: Close): JSX.Element {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (takesFocus) {
      focusIfLost(button.current)
    }
  }, [])
  return (
    <div class={styles['close']}>
      <IconButton ref={button} aria-label={label} title={label} onClick={onClose}>
        <IconCloseSmall24 />
      </IconButton>
    </div>
  )
}
