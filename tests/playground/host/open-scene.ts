import type { PlaygroundDocument } from '../../../playground/document/document'
import { loadScene, type SceneFile } from '../../../playground/document/scene/rest'
import { sceneWith, type SketchedLayer } from '../canvas/build-scene'

/** The statement that gives a plugin the layer of that name, on whatever page. */
export const byName = `
  await figma.loadAllPagesAsync()
  const the = (name) => figma.root.findOne((node) => node.name === name)
`

/** A document with these layers on its one page. */
export function openLayers(...layers: readonly SketchedLayer[]): PlaygroundDocument {
  return loadScene(sceneWith(...layers), {})
}

/** A document with a page for each list of layers; the first is open. */
export function openPages(...pages: readonly (readonly SketchedLayer[])[]): PlaygroundDocument {
  const [first] = pages
  const scene = sceneWith(...(first ?? []))
  const canvases = pages.map((layers, index) => {
    const [canvas] = sceneWith(...layers).document.children ?? []
    return renumbered({ id: '0:1', type: 'CANVAS', ...canvas, name: `Page ${index + 1}` }, index)
  })
  return loadScene({ ...scene, document: { ...scene.document, children: canvases } }, {})
}

function renumbered(node: SceneFile['document'], page: number): SceneFile['document'] {
  const id = page === 0 ? node.id : `${page}${node.id}`
  return { ...node, id, children: (node.children ?? []).map((child) => renumbered(child, page)) }
}
