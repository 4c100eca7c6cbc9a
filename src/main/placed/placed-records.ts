import { array, type InferOutput, object, safeParse, string, unknown } from 'valibot'
import { recipeSchema, whereSchema } from '../../bridge/schemas'
import { isImageOf } from '../nodes/visible-paints'
import { isSameValue } from './is-same-value'

/** Key of a layer's plugin data with the records of its images. */
export const recordsEntry = 'recipe'

const keptRunSchema = object({
  runId: string(),
  /** The layer on which the record was written: a copy of the layer carries it too. */
  layerId: string(),
  imageHash: string(),
  where: whereSchema,
  /** Keys of the images that were placed here, in this run: the one that is shown last. */
  tasks: array(string()),
  recipe: recipeSchema
})

/** The record of one expansion's image on the layer that shows it. */
export type PlacedRecord = InferOutput<typeof keptRunSchema>

const keptSchema = object({ runs: array(unknown()) })

/** Reads the records on a layer, the latest last. Skips invalid entries. */
export function readRecords(node: BaseNode): readonly PlacedRecord[] {
  return parseRuns(node.getPluginData(recordsEntry))
}

/** Returns the hashes of this plugin's images that a layer shows. */
export function placedImageHashes(node: BaseNode): readonly string[] {
  return readRecords(node).flatMap(({ imageHash }) => (shows(node, imageHash) ? [imageHash] : []))
}

/** Writes a record on a layer as its latest. Throws if the layer accepts no data. */
export function writeRecord(node: BaseNode, run: PlacedRecord): void {
  const others = readRecords(node).filter(
    ({ runId, imageHash }) => runId !== run.runId && shows(node, imageHash)
  )
  node.setPluginData(recordsEntry, textOf([...others, run]))
}

/**
 * Restores an expansion's record on a layer from `before`; records of other expansions stay. Throws as `keepRun` does.
 */
export function restoreRecord(node: BaseNode, runId: string, before: string): void {
  const earlier = parseRuns(before)
  const others = readRecords(node).filter((run) => run.runId !== runId)
  const runs = [...others, ...earlier.filter((run) => run.runId === runId)]
  node.setPluginData(recordsEntry, isSameValue(byId(runs), byId(earlier)) ? before : textOf(runs))
}

function parseRuns(text: string): readonly PlacedRecord[] {
  const kept = safeParse(keptSchema, parseJson(text))
  return (kept.success ? kept.output.runs : []).flatMap((run) => {
    const parsed = safeParse(keptRunSchema, run)
    return parsed.success ? [parsed.output] : []
  })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function textOf(runs: readonly PlacedRecord[]): string {
  return runs.length === 0 ? '' : JSON.stringify({ runs })
}

function byId(runs: readonly PlacedRecord[]): unknown {
  return Object.fromEntries(runs.map((run) => [run.runId, run]))
}

/** Tells whether an image is among the fills of a layer, visible or hidden. */
export function shows(node: BaseNode, hash: string): boolean {
  const fills = 'fills' in node ? node.fills : []
  return typeof fills !== 'symbol' && fills.some((paint) => isImageOf(paint, hash))
}
