import { setRelativeTransform } from '../document/geometry'
import { resizeNode } from '../document/layout'
import type { DocumentNode } from '../document/node'
import { dumpScene } from '../document/rest'
import { descendantsOf } from '../host/api/api-host'
import { base64ToBytes, bytesToBase64 } from '../host/base64'
import type { Automation } from './automation'
import { renderAlone, renderArea } from './page-drawing'
import type { Workspace } from './workspace'

/** The page's `window.playground`. */
export function createAutomation(workspace: Workspace, ready: Promise<void>): Automation {
  const node = (id: string): DocumentNode => {
    const found = workspace.open.document.get(id)
    if (found === null) throw new Error(`there is no node "${id}"`)
    return found
  }
  return {
    ready,
    openScene: (scene, images) => {
      const files = Object.entries(images).map(([ref, text]) => [ref, base64ToBytes(text)] as const)
      return workspace.openScene(scene, Object.fromEntries(files), scene.name)
    },
    findByName: (name) =>
      descendantsOf(workspace.open.document.root).flatMap((each) => (each.name === name ? [each.id] : [])),
    select: (ids) => {
      workspace.select(ids.map((id) => node(id).id))
    },
    selection: () => workspace.selected.map((each) => each.id),
    runPlugin: (command = '') => workspace.runPlugin(command),
    closePlugin: () => {
      workspace.plugin.close()
    },
    isPluginOpen: () => workspace.plugin.isOpen,
    undo: () => workspace.undo(),
    redo: () => workspace.redo(),
    dump: () => dumpScene(workspace.open.document),
    images: () =>
      Object.fromEntries(
        [...workspace.open.document.images].map(([hash, bytes]) => [hash, bytesToBase64(bytes)])
      ),
    renderNode: async (id, options = {}) =>
      bytesToBase64(await renderAlone(workspace.open, node(id), options)),
    renderPage: async (area, scale = 1) => bytesToBase64(await renderArea(workspace.open, area, scale)),
    removeNode: (id) => {
      workspace.edit(() => {
        workspace.open.document.remove(node(id))
      })
    },
    resizeNode: (id, width, height) => {
      workspace.edit(() => {
        resizeNode(node(id), width, height, { constraints: true })
      })
    },
    moveNode: (id, x, y) => {
      workspace.edit(() => {
        const [[a, c], [b, d]] = node(id).relativeTransform
        setRelativeTransform(node(id), [
          [a, c, x],
          [b, d, y]
        ])
      })
    },
    setFills: (id, fills) => {
      workspace.edit(() => {
        node(id).fills = fills
      })
    },
    setSwitches: (switches) => {
      workspace.setSwitches(switches)
    },
    storage: () => workspace.storage.entries(),
    setStorage: (entries) => {
      workspace.storage.replace(entries)
    },
    notifications: () => [...workspace.toasts.history],
    pluginErrors: () => [...workspace.plugin.errors],
    messages: () => [...workspace.plugin.messages]
  }
}
