import { SegmentedControl } from '@create-figma-plugin/ui'
import { type JSX } from 'preact'
import styles from './segmented-choice.css'

/** The UI kit's segmented control in a named group, since the kit's own has no accessible name. */
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
  // The kit passes `name` to its radio buttons, but its type omits it. Without `name`, arrow keys do nothing.
  const passedOn = { name }
  return (
    <div class={styles['choice']} role="radiogroup" aria-label={label}>
      <SegmentedControl
        {...passedOn}
        options={options.map((option) => ({ value: option.value, children: option.label }))}
        value={value}
        onValueChange={(chosen) => {
          const option = options.find((option) => option.value === chosen)
          if (option !== undefined) {
            onValue(option.value)
          }
        }}
      />
    </div>
  )
}
