import { absoluteRenderBounds } from '../../../document/geometry'
import type { DocumentNode } from '../../../document/node'
import { PluginError } from '../../plugin-error'
import type { ApiHost } from '../api-host'
import { type Check, matching } from '../check'
import { exportSettingsSchema } from '../export-settings-schema'
import { layerKinds } from '../kinds'
import type { AnyNodeMethod } from '../member-types'

const settingsCheck = matching<ExportSettingsImage>(exportSettingsSchema)
/** "Defaults to PNG at 1x" (plugin-api.d.ts, `exportAsync`). */
const defaultSettings: ExportSettingsImage = { format: 'PNG' }

async function exportAsync(
  node: DocumentNode,
  settings: ExportSettingsImage,
  host: ApiHost
): Promise<Uint8Array> {
  if (!node.visible || absoluteRenderBounds(node) === null) {
    throw new PluginError('Failed to export node. This node may not have any visible layers.')
  }
  return host.exportNode(node, settings)
}

const optionalSettings: Check<ExportSettingsImage> = (value, name) =>
  value === undefined ? defaultSettings : settingsCheck(value, name)

/** `exportAsync` has four overloads in the typings; only the one for images is imitated, so it is typed here by hand. */
export const exportMethod: Readonly<Record<'exportAsync', AnyNodeMethod>> = {
  exportAsync: {
    kinds: [...layerKinds, 'SECTION', 'PAGE'],
    parameters: [optionalSettings],
    call: (node: DocumentNode, [settings]: readonly [ExportSettingsImage], host: ApiHost) =>
      exportAsync(node, settings, host)
  }
}
