import { array, type InferOutput, object, safeParse, string, unknown } from 'valibot'
import { recipeSchema, whereSchema } from '../../bridge/schemas'
import { isImageOf } from '../nodes/visible-paints'
import { isSameValue } from './is-same-value'

/** The entry of a layer's own data with the runs whose images it shows. */
export const recordsEntry = 'recipe'

const keptRunSchema = object({
  runId: string(),
  /** The layer that this was written on: a copy of the layer carries it too. */
  layerId: string(),
  imageHash: string(),
  where: whereSchema,
  /** Ids of the tasks whose images were placed here, in this run. */
  tasks: array(string()),
  recipe: recipeSchema
})

/** What is kept, on the layer that shows it, of the image of one run. */
export type PlacedRecord = InferOutput<typeof keptRunSchema>

const keptSchema = object({ runs: array(unknown()) })

/** The runs that are kept on a layer, the latest last. Whatever else is stored there is passed over. */
export function readRecords(node: BaseNode): readonly PlacedRecord[] {
  return parseRuns(node.getPluginData(recordsEntry))
}

/** The images of this plugin that a layer shows, by their hashes. */
export function placedImageHashes(node: BaseNode): readonly string[] {
  return readRecords(node).flatMap(({ imageHash }) => (shows(node, imageHash) ? [imageHash] : []))
}

/** Keeps a run on a layer as its latest. Throws where the layer takes no data. */
export function writeRecord(node: BaseNode, run: PlacedRecord): void {
  const others = readRecords(node).filter(
    ({ runId, imageHash }) => runId !== run.runId && shows(node, imageHash)
  )
  node.setPluginData(recordsEntry, textOf([...others, run]))
}

/**
 * Makes what is kept of a run on a layer what it was when the layer's data were `before`; what is kept of other runs stays.
 * Throws as `keepRun` does.
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

/** Tells whether an image is among the fills of a layer, be it hidden. */
export function shows(node: BaseNode, hash: string): boolean {
  const fills = 'fills' in node ? node.fills : []
  return typeof fills !== 'symbol' && fills.some((paint) => isImageOf(paint, hash))
}
