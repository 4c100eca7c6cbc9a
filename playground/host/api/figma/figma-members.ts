import * as v from 'valibot'
import { base64ToBytes, bytesToBase64 } from '../../base64'
import { absoluteBoundingBox, unionBox } from '../../../document/geometry'
import { PluginError } from '../../plugin-error'
import { copyFromMain } from '../../plugin-message'
import { referTo, resolve } from '../api-host'
import { aBoolean, aNode, aNumber, anything, arrayOf, aString, aUint8Array, matching, optional } from '../check'
import { createMethods } from './create-methods'
import type { AnyObjectMembers, ObjectMethods, ObjectProperties } from './figma-types'
import type { FigmaHost } from './figma-host'

/** "Cannot call with documentAccess: dynamic-page", as Figma says it for what plugins must do asynchronously. */
function dynamicPage(instead: string): PluginError {
  return new PluginError(`Cannot call with documentAccess: dynamic-page. Use ${instead} instead`)
}

const rootProperties: ObjectProperties<
  PluginAPI,
  | 'root'
  | 'currentPage'
  | 'command'
  | 'editorType'
  | 'mode'
  | 'apiVersion'
  | 'pluginId'
  | 'fileKey'
  | 'currentUser'
  | 'skipInvisibleInstanceChildren'
  | 'hasMissingFont'
> = {
  root: { get: (host) => referTo(host.document.root) },
  currentPage: {
    get: (host) => referTo(host.document.currentPage),
    set: {
      check: aNode,
      apply: () => {
        throw dynamicPage('figma.setCurrentPageAsync()')
      }
    }
  },
  command: { get: (host) => host.command },
  editorType: { get: () => 'figma' },
  mode: { get: () => 'default' },
  apiVersion: { get: () => '1.0.0' },
  pluginId: { get: (host) => host.pluginId },
  fileKey: { get: () => undefined },
  currentUser: { get: () => null },
  skipInvisibleInstanceChildren: { get: () => false, set: { check: aBoolean, apply: () => undefined } },
  hasMissingFont: { get: () => false }
}

const rootMethods: ObjectMethods<
  PluginAPI,
  | 'getNodeById'
  | 'getNodeByIdAsync'
  | 'getStyleByIdAsync'
  | 'setCurrentPageAsync'
  | 'loadAllPagesAsync'
  | 'base64Encode'
  | 'base64Decode'
  | 'showUI'
  | 'closePlugin'
  | 'commitUndo'
  | 'triggerUndo'
> = {
  getNodeById: {
    parameters: [aString],
    call: () => {
      throw dynamicPage('figma.getNodeByIdAsync()')
    }
  },
  getNodeByIdAsync: {
    parameters: [aString],
    call: async ([id], host) => {
      const node = host.document.get(id)
      return node === null ? null : referTo(node)
    }
  },
  getStyleByIdAsync: { parameters: [aString], call: async () => null },
  setCurrentPageAsync: {
    parameters: [aNode],
    call: async ([reference], host) => {
      const page = resolve(reference, host)
      if (page.type !== 'PAGE') throw new PluginError('Expected "page" to be a page')
      host.document.currentPage = page
      host.document.changed()
    }
  },
  loadAllPagesAsync: {
    parameters: [],
    call: async (_values, host) => {
      host.allPagesLoaded = true
    }
  },
  base64Encode: { parameters: [aUint8Array], call: ([bytes]) => bytesToBase64(bytes) },
  base64Decode: {
    parameters: [aString],
    call: ([text]) => {
      try {
        return base64ToBytes(text)
      } catch {
        throw new PluginError('Invalid base64 string')
      }
    }
  },
  showUI: {
    parameters: [
      aString,
      optional(
        matching<ShowUIOptions>(
          v.strictObject({
            visible: v.exactOptional(v.boolean()),
            title: v.exactOptional(v.string()),
            width: v.exactOptional(v.number()),
            height: v.exactOptional(v.number()),
            position: v.exactOptional(v.strictObject({ x: v.number(), y: v.number() })),
            themeColors: v.exactOptional(v.boolean())
          })
        )
      )
    ],
    call: ([html, options], host) => {
      host.windowIsOpen = true
      host.window.open(html, options ?? {})
    }
  },
  closePlugin: { parameters: [optional(aString)], call: ([message], host) => host.close(message) },
  commitUndo: { parameters: [], call: (_values, host) => host.commitUndo() },
  triggerUndo: { parameters: [], call: (_values, host) => host.triggerUndo() }
}

function needWindow(host: FigmaHost): void {
  if (!host.windowIsOpen) throw new PluginError('No UI to use. Did you forget to call figma.showUI()?')
}

const uiMethods: ObjectMethods<
  UIAPI,
  'postMessage' | 'resize' | 'reposition' | 'show' | 'hide' | 'close' | 'getPosition'
> = {
  postMessage: {
    parameters: [anything, optional(matching(v.strictObject({ origin: v.exactOptional(v.string()) })))],
    call: ([message], host) => {
      needWindow(host)
      host.sendToWindow(copyFromMain(message))
    }
  },
  resize: {
    parameters: [aNumber(), aNumber()],
    call: ([width, height], host) => {
      needWindow(host)
      // plugin-api.d.ts: "The minimum size is 70x0."
      host.window.resize(Math.max(70, width), Math.max(0, height))
    }
  },
  reposition: {
    parameters: [aNumber(), aNumber()],
    call: ([x, y], host) => {
      needWindow(host)
      host.window.reposition(x, y)
    }
  },
  show: {
    parameters: [],
    call: (_values, host) => {
      needWindow(host)
      host.window.setVisible(true)
    }
  },
  hide: {
    parameters: [],
    call: (_values, host) => {
      needWindow(host)
      host.window.setVisible(false)
    }
  },
  close: {
    parameters: [],
    call: (_values, host) => {
      host.windowIsOpen = false
      host.window.close()
    }
  },
  getPosition: {
    parameters: [],
    call: (_values, host) => {
      needWindow(host)
      const position = host.window.position()
      return { windowSpace: position, canvasSpace: position }
    }
  }
}

const storageMethods: ObjectMethods<ClientStorageAPI, 'getAsync' | 'setAsync' | 'deleteAsync' | 'keysAsync'> = {
  getAsync: { parameters: [aString], call: async ([key], host) => host.storage.get(key) },
  setAsync: { parameters: [aString, anything], call: async ([key, value], host) => host.storage.set(key, value) },
  deleteAsync: { parameters: [aString], call: async ([key], host) => host.storage.delete(key) },
  keysAsync: { parameters: [], call: async (_values, host) => host.storage.keys() }
}

const viewportProperties: ObjectProperties<ViewportAPI, 'center' | 'zoom' | 'bounds'> = {
  center: {
    get: (host) => host.viewport.center,
    set: {
      check: matching<Vector>(v.strictObject({ x: v.number(), y: v.number() })),
      apply: (value, host) => {
        host.viewport.center = value
      }
    }
  },
  zoom: {
    get: (host) => host.viewport.zoom,
    set: {
      check: aNumber({ min: 0.01 }),
      apply: (value, host) => {
        host.viewport.zoom = value
      }
    }
  },
  bounds: { get: (host) => host.viewport.bounds }
}

const viewportMethods: ObjectMethods<ViewportAPI, 'scrollAndZoomIntoView'> = {
  scrollAndZoomIntoView: {
    parameters: [arrayOf(aNode)],
    call: ([references], host) => {
      const boxes = references.map((reference) => absoluteBoundingBox(resolve(reference, host)))
      const box = boxes.reduce<Rect | null>(unionBox, null)
      if (box !== null) host.viewport.scrollIntoView(box)
    }
  }
}

/** The members of `figma`, by the object they are on; `''` is `figma` itself. */
export const figmaMembers: Readonly<Record<string, AnyObjectMembers>> = {
  '': { properties: rootProperties, methods: { ...rootMethods, ...createMethods } },
  ui: { properties: {}, methods: uiMethods },
  clientStorage: { properties: {}, methods: storageMethods },
  viewport: { properties: viewportProperties, methods: viewportMethods }
}
