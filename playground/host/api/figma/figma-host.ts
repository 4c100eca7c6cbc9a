import type { ClientStorage } from '../../client-storage'
import type { ApiHost } from '../api-host'

/** The plugin's window, as the session drives it; the editor's page has the real one. */
export interface PluginWindow {
  readonly open: (html: string, options: ShowUIOptions) => void
  /** Sends a copied message; kept until the window has loaded. */
  readonly post: (message: unknown) => void
  readonly resize: (width: number, height: number) => void
  readonly reposition: (x: number, y: number) => void
  readonly position: () => Vector
  readonly setVisible: (visible: boolean) => void
  readonly close: () => void
}

export interface Toast {
  readonly text: string
  readonly error: boolean
  /** ms; Infinity stays until the plugin closes. */
  readonly timeout: number
  readonly buttonText: string | null
  readonly onButton: () => void
  readonly onGone: (reason: NotifyDequeueReason) => void
}

export interface Toasts {
  /** Shows a toast and gives the function that takes it away. */
  readonly show: (toast: Toast) => () => void
}

export interface EditorViewport {
  center: Vector
  zoom: number
  readonly bounds: Rect
  readonly scrollIntoView: (box: Rect) => void
}

/** What the members of `figma` work on. */
export interface FigmaHost extends ApiHost {
  readonly command: string
  readonly pluginId: string | undefined
  readonly window: PluginWindow
  readonly toasts: Toasts
  readonly viewport: EditorViewport
  readonly storage: ClientStorage
  readonly commitUndo: () => void
  readonly triggerUndo: () => void
  readonly close: (message: string | undefined) => void
  readonly sendToWindow: (message: unknown) => void
  /** Whether `showUI` was called and the window not closed since. */
  windowIsOpen: boolean
  allPagesLoaded: boolean
  /** Whether the plugin listens to `documentchange`. */
  watchesDocument: boolean
  /** Ids of the pages whose `nodechange` the plugin listens to. */
  readonly watchedPages: Set<string>
}
