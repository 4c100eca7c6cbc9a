import type { DocumentNode, PlaygroundDocument } from '../../playground/testing/document'
import type { Act } from './act'
import type { DocumentWatch } from './document-watch'
import type { PluginWindow } from './plugin-window'
import type { SeededRandom } from './seeded-random'

/** Everything that a designer does to the document itself. */
export function editsOf(
  document: PlaygroundDocument,
  windows: readonly PluginWindow[],
  random: SeededRandom,
  watch: DocumentWatch
): readonly Act[] {
  const layers = layersOf(document.currentPage)
  const acts: Act[] = []
  const offer = (name: string, weight: number, act: () => void): void => {
    acts.push({ name, target: '', weight, act })
  }
  const edit =
    (change: (node: DocumentNode) => void): (() => void) =>
    () => {
      watch.edit(() => {
        change(random.pick(layers))
        document.changed()
      })
    }
  const [window] = windows
  if (layers.length > 0) {
    if (window !== undefined) {
      offer('select', 2, () => {
        const ids = Array.from({ length: random.pick([1, 1, 1, 2, 3]) }, () => random.pick(layers).id)
        random.pick(windows).select(ids)
      })
    }
    offer(
      'resize a layer',
      0.4,
      edit((node) => {
        node.width += random.pick([-20, 10, 50])
      })
    )
    offer(
      'paint a layer',
      0.3,
      edit((node) => {
        node.fills = random.chance(0.5) ? [] : node.fills.slice(0, -1)
      })
    )
    offer(
      'move a layer',
      0.3,
      edit((node) => {
        const [[a, b, x], second] = node.relativeTransform
        node.relativeTransform = [[a, b, x + 15], second]
      })
    )
    offer(
      'copy a layer',
      0.2,
      edit((node) => {
        const { parent } = node
        if (parent !== null) {
          document.insert(parent, parent.children.length, document.clone(node))
        }
      })
    )
    if (layers.length > 2) {
      offer(
        'remove a layer',
        0.3,
        edit((node) => {
          document.remove(node)
        })
      )
    }
  }
  offer('undo', 0.3, watch.undo)
  return acts
}

/** The layers in a node, without the plugin's temporary ones, which nobody selects: they are far away. */
export function layersOf(node: DocumentNode): readonly DocumentNode[] {
  return node.children.flatMap((child) =>
    'temporary' in child.pluginData ? [] : [child, ...layersOf(child)]
  )
}
