import * as v from 'valibot'
import { base64ToBytes, bytesToBase64 } from '../../base64'
import { PluginError } from '../../plugin-error'
import { referTo, resolve } from '../api-host'
import { aBoolean, aNode, aString, aUint8Array, matching, optional } from '../check'
import type { ObjectMethods, ObjectProperties } from './figma-types'

/** "Cannot call with documentAccess: dynamic-page", as Figma says it for what plugins must do asynchronously. */
function dynamicPage(instead: string): PluginError {
  return new PluginError(`Cannot call with documentAccess: dynamic-page. Use ${instead} instead`)
}

/** Properties of `figma` itself. */
export const rootProperties: ObjectProperties<
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

/** Methods of `figma` itself; the makers of layers are in `create-methods.ts`. */
export const rootMethods: ObjectMethods<
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
  // The one that plugins must not use any more: it is here to throw.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  getNodeById: {
    parameters: [aString],
    call: () => {
      throw dynamicPage('figma.getNodeByIdAsync()')
    }
  },
  getNodeByIdAsync: {
    parameters: [aString],
    call: ([id], host) => {
      const node = host.document.get(id)
      return node === null ? null : referTo(node)
    }
  },
  getStyleByIdAsync: { parameters: [aString], call: () => null },
  setCurrentPageAsync: {
    parameters: [aNode],
    call: ([reference], host) => {
      const page = resolve(reference, host)
      if (page.type !== 'PAGE') throw new PluginError('Expected "page" to be a page')
      host.document.currentPage = page
      host.document.changed()
    }
  },
  loadAllPagesAsync: {
    parameters: [],
    call: (_values, host) => {
      host.allPagesLoaded = true
      for (const page of host.document.root.children) host.loadedPages.add(page.id)
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
  closePlugin: {
    parameters: [optional(aString)],
    call: ([message], host) => {
      host.close(message)
    }
  },
  commitUndo: {
    parameters: [],
    call: (_values, host) => {
      host.commitUndo()
    }
  },
  triggerUndo: {
    parameters: [],
    call: (_values, host) => {
      host.triggerUndo()
    }
  }
}
