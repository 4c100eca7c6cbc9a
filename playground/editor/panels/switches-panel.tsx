import type { JSX } from 'preact'
import type { Switches } from '../../host/switches'
import type { Workspace } from '../workspace'

interface ChoiceProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly choices: readonly T[]
  readonly onChange: (value: T) => void
}

function Choice<T extends string>({ label, value, choices, onChange }: ChoiceProps<T>) {
  return (
    <label class="switch-row">
      <span>{label}</span>
      <select
        value={value}
        onChange={(event) => {
          const chosen = choices.find((choice) => choice === event.currentTarget.value)
          if (chosen !== undefined) onChange(chosen)
        }}
      >
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </select>
    </label>
  )
}

function Duration({
  label,
  value,
  onChange
}: {
  label: string
  value: number
  onChange: (value: number) => void
}) {
  return (
    <label class="switch-row">
      <span>{label}</span>
      <input
        type="number"
        min={0}
        step={50}
        value={value}
        onChange={(event) => {
          onChange(Math.max(0, Number(event.currentTarget.value) || 0))
        }}
      />
    </label>
  )
}

function Flag({
  label,
  value,
  onChange
}: {
  label: string
  value: boolean
  onChange: (value: boolean) => void
}) {
  return (
    <label class="switch-row">
      <span>{label}</span>
      <input
        type="checkbox"
        checked={value}
        onChange={(event) => {
          onChange(event.currentTarget.checked)
        }}
      />
    </label>
  )
}

/** What the real platform may or may not do, to be tried by hand. */
export function SwitchesPanel({ workspace }: { readonly workspace: Workspace }): JSX.Element {
  const { switches } = workspace
  const set = (change: Partial<Switches>): void => {
    workspace.setSwitches(change)
  }
  return (
    <details class="switches">
      <summary>Host behaviour</summary>
      <Choice
        label="Export rounding"
        value={switches.exportRounding}
        choices={['ceil', 'round', 'floor']}
        onChange={(exportRounding) => {
          set({ exportRounding })
        }}
      />
      <Choice
        label="Export fails"
        value={switches.exportFailure}
        choices={['none', 'error', 'string']}
        onChange={(exportFailure) => {
          set({ exportFailure })
        }}
      />
      <Duration
        label="Export delay, ms"
        value={switches.exportDelayMs}
        onChange={(exportDelayMs) => {
          set({ exportDelayMs })
        }}
      />
      <Duration
        label="Selection delay, ms"
        value={switches.selectionDelayMs}
        onChange={(selectionDelayMs) => {
          set({ selectionDelayMs })
        }}
      />
      <Flag
        label="Storage full"
        value={switches.storageFull}
        onChange={(storageFull) => {
          set({ storageFull })
        }}
      />
      <Flag
        label="No workers (next run)"
        value={switches.noWorkers}
        onChange={(noWorkers) => {
          set({ noWorkers })
        }}
      />
    </details>
  )
}
