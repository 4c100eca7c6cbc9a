import { type PlacedRecord, readRecords, recordsEntry, restoreRecord, writeRecord } from './placed-records'
import type { LayerData } from './session'

/** The command of a layer's relaunch button: `relaunchButtons` in package.json. */
export const relaunchCommand = 'expandAgain'

export const noData: LayerData = { runs: '', relaunch: {} }

export function readLayerData(node: BaseNode): LayerData {
  return { runs: node.getPluginData(recordsEntry), relaunch: node.getRelaunchData() }
}

/**
 * Writes an expansion's record and its relaunch button on the layer that shows its image. Returns whether the layer accepted
 * them: a refusal must not cost a paid image.
 */
export function writeLayerData(node: BaseNode, run: PlacedRecord): boolean {
  const isKept = attempt(() => {
    writeRecord(node, run)
  })
  attempt(() => {
    node.setRelaunchData({ [relaunchCommand]: '' })
  })
  return isKept
}

/** Restores an expansion's record on a layer from `before`; records of other expansions stay. */
export function restoreLayerData(node: BaseNode, runId: string, before: LayerData): void {
  attempt(() => {
    restoreRecord(node, runId, before.runs)
  })
  attempt(() => {
    // The relaunch button belongs to any image on the layer.
    node.setRelaunchData(readRecords(node).length > 0 ? node.getRelaunchData() : before.relaunch)
  })
}

/** Ignores the refusal of layers that accept no data, such as those in instances. */
function attempt(write: () => void): boolean {
  try {
    write()
    return true
  } catch {
    return false
  }
}
