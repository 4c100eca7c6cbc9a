import { PlaygroundDocument } from '../../../playground/document/document'
import type { DocumentNode, NodeKind } from '../../../playground/document/node'
import type { SceneFile } from '../../../playground/document/scene/rest'

export interface Sketch {
  readonly kind: NodeKind
  readonly values: Partial<DocumentNode> & { readonly x?: number; readonly y?: number }
  readonly children: readonly Sketch[]
}

/** A layer to be built: its kind, what differs from the defaults (`x` and `y` are its place), what is in it. */
export function layer(
  kind: NodeKind,
  values: Sketch['values'] = {},
  children: readonly Sketch[] = []
): Sketch {
  return { kind, values, children }
}

/** A document with these layers on its page, bottom first; nothing is laid out yet. Text is 10 px wide a character. */
export function documentWith(...sketches: readonly Sketch[]): PlaygroundDocument {
  const document = new PlaygroundDocument()
  document.textWidth = (line, style) => (line.length * style.fontSize) / 2
  const add = (parent: DocumentNode, { kind, values, children }: Sketch): void => {
    const { x = 0, y = 0, ...rest } = values
    const node = document.createNode(kind)
    node.relativeTransform = [
      [1, 0, x],
      [0, 1, y]
    ]
    Object.assign(node, rest)
    document.insert(parent, parent.children.length, node)
    children.forEach((child) => {
      add(node, child)
    })
  }
  sketches.forEach((sketch) => {
    add(document.currentPage, sketch)
  })
  return document
}

/** The node of that name; throws where there is none. */
export function named(document: PlaygroundDocument, name: string): DocumentNode {
  const search = (node: DocumentNode): DocumentNode | undefined =>
    node.name === name ? node : node.children.map(search).find((found) => found !== undefined)
  const found = search(document.root)
  if (found === undefined) {
    throw new Error(`there is no layer named ${name}`)
  }
  return found
}

/** Where an upright node lies in its container: x, y, width, height, px. */
export function boxOf(node: DocumentNode): readonly [number, number, number, number] {
  return [node.relativeTransform[0][2], node.relativeTransform[1][2], node.width, node.height]
}

/** A scene from the text of its file. */
export function parseScene(text: string): SceneFile {
  const scene: unknown = JSON.parse(text)
  if (!isScene(scene)) {
    throw new Error('this is no scene')
  }
  return scene
}

/** Only as far as a test needs it: `loadScene` checks the rest. */
function isScene(value: unknown): value is SceneFile {
  return typeof value === 'object' && value !== null && 'name' in value
}
