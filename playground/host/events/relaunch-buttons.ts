import type { DocumentNode } from '../../document/node'
import type { Manifest } from '../manifest'

/** A button that starts the plugin from the properties of a layer. */
export interface RelaunchButton {
  readonly name: string
  /** What `figma.command` is then. */
  readonly command: string
  /** Shown beneath it; may be empty. */
  readonly description: string
}

/**
 * The buttons that are shown while these layers are selected: of one layer alone, in the order of the manifest. A command
 * that the manifest does not name shows nothing. (plugin-api.d.ts, `setRelaunchData`)
 */
export function relaunchButtons(
  manifest: Manifest,
  [node, ...others]: readonly DocumentNode[]
): readonly RelaunchButton[] {
  if (node === undefined || others.length > 0) return []
  return (manifest.relaunchButtons ?? []).flatMap(({ name, command }) => {
    const description = node.relaunchData[command]
    return description === undefined ? [] : [{ name, command, description }]
  })
}
