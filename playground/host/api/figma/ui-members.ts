import * as v from 'valibot'
import { PluginError } from '../../plugin-error'
import { copyFromMain } from '../../window/plugin-message'
import { aNumber, anything, matching, optional } from '../check'
import type { FigmaHost } from './figma-host'
import type { ObjectMethods } from './figma-types'

function needWindow(host: FigmaHost): void {
  if (!host.windowIsOpen) throw new PluginError('No UI to use. Did you forget to call figma.showUI()?')
}

/** Methods of `figma.ui`; its events are in the prelude. */
export const uiMethods: ObjectMethods<
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
