import { IconButton, IconCloseSmall24 } from '@create-figma-plugin/ui'
import { type ComponentChildren, type JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { focusIfLost } from '../focus/focus-if-lost'
import type { Explanation } from '../words/say'
import styles from './notice.css'

/** A notice: title, sentence, actions, and a button to dismiss it. */
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
  /** Whether the notice takes a lost focus when it appears. */
  readonly takesFocus?: boolean
}

/** Places the dismiss button visually in the corner, and last in the tab order. */
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
