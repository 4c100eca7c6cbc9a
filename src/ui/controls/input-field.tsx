import { Textbox } from '@create-figma-plugin/ui'
import { type JSX } from 'preact'
import styles from './input-field.css'

/** A field with a letter as its label, as in Figma, and the whole word as tooltip and accessible name. */
export function LetterField({
  letter,
  label,
  value,
  placeholder,
  isWrong,
  problemId,
  onText
}: {
  /** The letter; null if the word stands beside the field. */
  readonly letter: string | null
  readonly label: string
  readonly value: string
  /** The placeholder. */
  readonly placeholder?: string | undefined
  readonly isWrong: boolean
  /** Id of the text that says why the value is wrong. */
  readonly problemId: string
  readonly onText: (text: string) => void
}): JSX.Element {
  return (
    <div class={styles['field']}>
      <Textbox
        {...(letter === null ? {} : { icon: letter })}
        title={label}
        aria-label={label}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? problemId : undefined}
        {...(placeholder === undefined ? {} : { placeholder })}
        value={value}
        onValueInput={onText}
      />
    </div>
  )
}
