import type { Reply } from '../../bridge/protocol'
import type { DocumentFailure } from '../../core/failures'
import { type Outcome, succeed } from '../../core/outcome'
import { relaunchCommand } from '../placed/layer-data'
import { readRecords } from '../placed/placed-records'

type Launch = Reply<'read-launch'>

/** Reads by which command the plugin was started, and for *again* the recipe of the selected layer. */
export function readLaunch(): Outcome<Launch, DocumentFailure> {
  const command = commandOf(figma.command)
  const [layer, ...others] = figma.currentPage.selection
  if (command !== 'again' || layer === undefined || others.length > 0) {
    return succeed({ command, recipe: null })
  }
  const [latest] = readRecords(layer).slice(-1)
  return succeed({ command, recipe: latest?.recipe ?? null })
}

/** The build tool names a command of the menu after the function in `main.ts` that it calls. */
function commandOf(name: string): Launch['command'] {
  if (name === relaunchCommand || name.endsWith('--expandAgain')) {
    return 'again'
  }
  return name.endsWith('--fillFrame') ? 'fill' : 'expand'
}
