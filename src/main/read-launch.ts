import type { Reply } from '../bridge/protocol'
import type { DocumentFailure } from '../core/document-failure'
import { succeed, type Outcome } from '../core/outcome'
import { readRuns } from './kept-runs'
import { relaunchCommand } from './layer-data'

/** Reads the recipe of the selected layer where the plugin was started by its button, and null by the menu. */
export function readLaunch(): Outcome<Reply<'read-launch'>, DocumentFailure> {
  const [layer, ...others] = figma.currentPage.selection
  if (figma.command !== relaunchCommand || layer === undefined || others.length > 0) {
    return succeed({ recipe: null })
  }
  const [latest] = readRuns(layer).slice(-1)
  return succeed({ recipe: latest?.recipe ?? null })
}
