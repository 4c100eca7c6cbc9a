import { absoluteRenderBounds, absoluteTransform, setRelativeTransform, unionBox } from '../document/geometry'
import { resizeNode } from '../document/layout/layout'
import type { DocumentNode } from '../document/node'
import { dumpScene } from '../document/scene/rest'
import { writeNode } from '../document/write-node'
import { descendantsOf, pageOf } from '../host/api/api-host'
import { base64ToBytes, bytesToBase64 } from '../host/base64'
import { relaunchButtons } from '../host/events/relaunch-buttons'
import { readImageSize } from '../host/image-header'
import { menuCommands } from '../host/manifest'
import type { Automation } from './automation'
import { moveLayer, stretchLayer } from './edit-layer'
import { renderAlone, renderArea } from './stage/page-drawing'
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
    pages: () =>
      workspace.open.document.root.children.map((page) => ({
        id: page.id,
        name: page.name,
        isCurrent: page === workspace.page
      })),
    openPage: (idOrName) => {
      const pages = workspace.open.document.root.children
      const page = pages.find((each) => each.id === idOrName) ?? pages.find((each) => each.name === idOrName)
      if (page === undefined) throw new Error(`there is no page "${idOrName}"`)
      workspace.openPage(page)
    },
    select: (ids) => {
      const elsewhere = ids.find((id) => pageOf(node(id)) !== workspace.page)
      if (elsewhere !== undefined) throw new Error(`"${elsewhere}" is not on the current page`)
      workspace.select(ids)
    },
    selection: () => workspace.selected.map((each) => each.id),
    menuCommands: () => menuCommands(workspace.settings.manifest).map(({ command }) => command),
    runPlugin: (command = '') => workspace.runPlugin(command),
    relaunch: async (command) => {
      const buttons = relaunchButtons(workspace.settings.manifest, workspace.selected)
      if (!buttons.some((button) => button.command === command)) {
        throw new Error(`there is no button for "${command}"`)
      }
      await workspace.runPlugin(command)
    },
    closePlugin: () => {
      workspace.plugin.close()
    },
    isPluginOpen: () => workspace.plugin.isOpen,
    undo: () => workspace.undo(),
    redo: () => workspace.redo(),
    dump: () => dumpScene(workspace.open.document),
    layer: (id) => writeNode(node(id)),
    places: () =>
      Object.fromEntries(
        descendantsOf(workspace.open.document.root)
          .filter((each) => each.type !== 'PAGE')
          .map((each) => [
            each.id,
            { transform: absoluteTransform(each), width: each.width, height: each.height }
          ])
      ),
    fills: (id) => node(id).fills,
    images: () =>
      Object.fromEntries(
        [...workspace.open.document.images].map(([hash, bytes]) => [hash, bytesToBase64(bytes)])
      ),
    renderNode: async (id, options = {}) =>
      bytesToBase64(await renderAlone(workspace.open, node(id), options)),
    renderPage: async (area, scale = 1) => bytesToBase64(await renderArea(workspace.open, area, scale)),
    imageSizes: () =>
      Object.fromEntries(
        [...workspace.open.document.images].flatMap(([hash, bytes]) => {
          const size = readImageSize(bytes)
          return size === null ? [] : [[hash, size] as const]
        })
      ),
    drawnBox: () => workspace.page.children.map(absoluteRenderBounds).reduce(unionBox, null),
    stretchNode: (id, stretch) => {
      workspace.edit(() => {
        stretchLayer(node(id), stretch)
      })
    },
    moveNodeBy: (id, x, y) => {
      workspace.edit(() => {
        moveLayer(node(id), x, y)
      })
    },
    openBeside: async () => {
      const second = await workspace.openBeside()
      return createAutomation(second, Promise.resolve())
    },
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
        node(id).fillStyleId = ''
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
