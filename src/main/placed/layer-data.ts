import { type PlacedRecord, readRecords, recordsEntry, restoreRecord, writeRecord } from './placed-records'
import type { LayerData } from './session'

/** The command of the button on a layer with an image: `relaunchButtons` in package.json names it. */
export const relaunchCommand = 'expandAgain'

export const noData: LayerData = { runs: '', relaunch: {} }

export function readLayerData(node: BaseNode): LayerData {
  return { runs: node.getPluginData(recordsEntry), relaunch: node.getRelaunchData() }
}

/**
 * Keeps a run on the layer that shows its image, with the button by which it is made again. Tells whether it is kept:
 * without it, the image is as good, and what is paid for is not lost over it.
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

/** Makes what is kept of a run on a layer what it was `before`; what is kept of other runs stays. */
export function restoreLayerData(node: BaseNode, runId: string, before: LayerData): void {
  attempt(() => {
    restoreRecord(node, runId, before.runs)
  })
  attempt(() => {
    // Its button is for any image that is there, whichever came first.
    node.setRelaunchData(readRecords(node).length > 0 ? node.getRelaunchData() : before.relaunch)
  })
}

/** Some layers, as in instances, take no data of their own. */
function attempt(write: () => void): boolean {
  try {
    write()
    return true
  } catch {
    return false
  }
}
