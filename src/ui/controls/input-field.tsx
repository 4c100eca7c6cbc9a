import { Textbox } from '@create-figma-plugin/ui'
import { type JSX } from 'preact'
import styles from './input-field.css'

/** A field for one length, as Figma has them: a letter in it, and the whole word for those who point at it or hear it. */
export function LetterField({
  letter,
  label,
  value,
  placeholder,
  isWrong,
  problemId,
  onText
}: {
  /** Null where the word stands beside it. */
  readonly letter: string | null
  readonly label: string
  readonly value: string
  /** What stands there without a value. */
  readonly placeholder?: string | undefined
  readonly isWrong: boolean
  /** What says why it is wrong. */
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
