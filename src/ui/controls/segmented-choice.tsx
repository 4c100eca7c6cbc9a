import { type JSX } from 'preact'
import styles from './segmented-choice.css'

/** A choice of a few, side by side: native radio buttons, so that arrow keys and screen readers work as everywhere. */
export function SegmentedChoice<Value extends string>({
  label,
  name,
  options,
  value,
  onValue
}: {
  readonly label: string
  readonly name: string
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly value: Value
  readonly onValue: (value: Value) => void
}): JSX.Element {
  return (
    <div class={styles['choice']} role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.value} class={styles['option']}>
          <input
            class={styles['input']}
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => {
              onValue(option.value)
            }}
          />
          <span class={styles['text']}>{option.label}</span>
        </label>
      ))}
    </div>
  )
}
