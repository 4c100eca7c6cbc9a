import type { JSX } from 'preact'
import { useState } from 'preact/hooks'

export interface NumberFieldProps {
  readonly label: string
  readonly value: number
  /** Missing: the value can only be read. */
  readonly onChange?: (value: number) => void
  readonly title?: string
}

/** A number that takes effect on Enter or when it is left. */
export function NumberField({ label, value, onChange, title }: NumberFieldProps): JSX.Element {
  const [draft, setDraft] = useState<string | null>(null)
  const shown = String(Math.round(value * 100) / 100)
  const commit = (): void => {
    const number = Number(draft)
    if (draft !== null && draft.trim() !== '' && Number.isFinite(number)) onChange?.(number)
    setDraft(null)
  }
  return (
    <label class="number-field" title={title ?? label}>
      <span>{label}</span>
      <input
        value={draft ?? shown}
        readOnly={onChange === undefined}
        inputMode="decimal"
        aria-label={title ?? label}
        onInput={(event) => {
          setDraft(event.currentTarget.value)
        }}
        onFocus={(event) => {
          event.currentTarget.select()
        }}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur()
          if (event.key === 'Escape') setDraft(null)
        }}
      />
    </label>
  )
}
