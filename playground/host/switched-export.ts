import type { ExportNode } from './api/api-host'
import { PluginError } from './plugin-error'
import type { Switches } from './switches'

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/** Exports as the switches say: late, or not at all. A node that is removed meanwhile rejects. */
export function switchedExport(exportNode: ExportNode, switches: () => Switches): ExportNode {
  return async (node, settings) => {
    const { exportDelayMs, exportFailure } = switches()
    if (exportDelayMs > 0) await wait(exportDelayMs)
    const text = 'Failed to export node. This node may not have any visible layers.'
    // A rejection with a plain string has been seen of the platform; the plugin has to understand both.
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    if (exportFailure === 'string') throw `in exportAsync: ${text}`
    if (exportFailure === 'error') throw new PluginError(text)
    if (node.removed) throw new PluginError(`The node with id "${node.id}" does not exist`)
    return exportNode(node, settings)
  }
}
