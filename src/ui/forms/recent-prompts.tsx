import { type JSX } from 'preact'
import styles from './recent-prompts.css'

/** Lists recent prompts; choosing one fills the field. */
export function RecentPrompts({
  prompts,
  label,
  onPrompt
}: {
  readonly prompts: readonly string[]
  readonly label: string
  readonly onPrompt: (prompt: string) => void
}): JSX.Element | null {
  return prompts.length === 0 ? null : (
    <select
      class={styles['prompts']}
      aria-label={label}
      value=""
      onChange={({ currentTarget }) => {
        const prompt = prompts[currentTarget.selectedIndex - 1]
        currentTarget.selectedIndex = 0
        if (prompt !== undefined) {
          onPrompt(prompt)
        }
      }}
    >
      <option value="">{label}</option>
      {prompts.map((prompt) => (
        <option key={prompt}>{prompt}</option>
      ))}
    </select>
  )
}
