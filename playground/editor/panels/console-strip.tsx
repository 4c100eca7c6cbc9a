import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Workspace } from '../workspace'

/** What the plugin's main thread logged and the errors that nothing in it caught. */
export function ConsoleStrip({ workspace }: { readonly workspace: Workspace }): JSX.Element | null {
  const [unfolded, setUnfolded] = useState(false)
  const { plugin } = workspace
  const lines = plugin.console
  if (lines.length === 0) return null
  const shown = unfolded ? lines : lines.slice(-1)
  const errorCount = lines.filter((line) => line.level === 'error').length
  return (
    <section class="console-strip" aria-label="Plugin console">
      <header>
        <strong>Plugin console</strong>
        <span class={errorCount > 0 ? 'badge is-error' : 'badge'}>
          {errorCount > 0 ? `${errorCount} ${errorCount === 1 ? 'error' : 'errors'}` : lines.length}
        </span>
        <button
          onClick={() => {
            setUnfolded(!unfolded)
          }}
        >
          {unfolded ? 'Fold' : 'Show all'}
        </button>
        <button
          onClick={() => {
            plugin.clearConsole()
          }}
        >
          Clear
        </button>
      </header>
      <ol>
        {shown.map((line, index) => (
          <li key={index} class={`is-${line.level}`}>
            {unfolded ? line.text : line.text.split('\n')[0]}
          </li>
        ))}
      </ol>
    </section>
  )
}
