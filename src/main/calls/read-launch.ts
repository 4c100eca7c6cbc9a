import type { Reply } from '../../bridge/protocol'
import type { DocumentFailure } from '../../core/failures'
import { type Outcome, succeed } from '../../core/outcome'
import { relaunchCommand } from '../placed/layer-data'
import { readRecords } from '../placed/placed-records'

type Launch = Reply<'read-launch'>

/** Reads the command that started the plugin, and for *again* the selected layer's recipe. */
export function readLaunch(): Outcome<Launch, DocumentFailure> {
  const command = commandOf(figma.command)
  const [layer, ...others] = figma.currentPage.selection
  if (command !== 'again' || layer === undefined || others.length > 0) {
    return succeed({ command, recipe: null })
  }
  const [latest] = readRecords(layer).slice(-1)
  return succeed({ command, recipe: latest?.recipe ?? null })
}

/** Reads the command from the name that the build tool gives it, after the function in `main.ts`. */
function commandOf(name: string): Launch['command'] {
  if (name === relaunchCommand || name.endsWith('--expandAgain')) {
    return 'again'
  }
  return name.endsWith('--fillFrame') ? 'fill' : 'expand'
}
