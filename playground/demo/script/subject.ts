import type { SceneNode } from '../../document/write-node'
import type { DemoReport, PlacedLayer } from '../demo-report'
import { findImage, idsIn } from '../find-node'
import { readLayer } from '../read-layer'
import type { ScriptEditor } from './script-editor'

/** The layer that a script is about, the first that it selects, and what was placed on it. */
export class Subject {
  readonly #editor: ScriptEditor
  #first: {
    readonly nodeId: string
    readonly before: PlacedLayer
    readonly ids: ReadonlySet<string>
  } | null = null

  constructor(editor: ScriptEditor) {
    this.#editor = editor
  }

  /** Notes the layer as it was before anything was placed; to be called after each step. */
  async note(): Promise<void> {
    const [nodeId] =
      this.#first === null ? await this.#editor.call((playground) => playground.selection()) : []
    if (nodeId === undefined) return
    const document = await this.#document()
    const before = readLayer(document, nodeId)
    if (before !== null) this.#first = { nodeId, before, ids: idsIn(document) }
  }

  /** Says what has become of the layer; null where nothing was selected, or nothing is placed. */
  async report(): Promise<{
    readonly target: DemoReport['target'] | null
    readonly placed: DemoReport['placed']
  }> {
    if (this.#first === null) return { target: null, placed: null }
    const { nodeId, before, ids } = this.#first
    const { width, height } = before.box
    const document = await this.#document()
    const after = readLayer(document, nodeId)
    const image = findImage(document, ids)
    const newLayer = image === null ? null : readLayer(document, image.id)
    const isPlaced = after !== null && (newLayer !== null || after.fills.length > before.fills.length)
    return {
      target: { nodeId, name: before.name, width, height },
      placed: isPlaced ? { before, after, newLayer } : null
    }
  }

  async #document(): Promise<SceneNode> {
    return this.#editor.call((playground) => playground.dump().document)
  }
}
