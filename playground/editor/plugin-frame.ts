import type { PluginWindow } from '../host/api/figma/figma-host'
import {
  type Theme,
  type ThemeColors,
  type ThemeMessage,
  themeRules,
  windowAddress,
  type WindowContent,
  windowPage
} from '../host/window/window-page'

export interface PluginFrameOptions {
  /** Where the window is put. */
  readonly parent: HTMLElement
  readonly name: string
  readonly pluginId: string | undefined
  readonly policy: string
  readonly colors: ThemeColors
  readonly fontFaces: string
  readonly theme: Theme
  readonly onMessage: (message: unknown) => void
  readonly onClose: () => void
}

/** Figma's sizes of a window for which `showUI` gives none. (plugin-api.d.ts, `showUI`: 300 × 200) */
const defaultSize = { width: 300, height: 200 }

/** No `allow-same-origin`: the frame's origin is opaque whatever its address. */
const sandbox =
  'allow-scripts allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-downloads'

/** The plugin's window: a title bar that can be dragged and a frame at a `data:` address. */
export class PluginFrame implements PluginWindow {
  readonly #options: PluginFrameOptions
  #theme: Theme
  #usesTheme = false
  #element: HTMLElement | null = null
  #frame: HTMLIFrameElement | null = null
  #loaded = false
  #queue: unknown[] = []
  readonly #receive = (event: MessageEvent): void => {
    this.#onMessage(event)
  }

  constructor(options: PluginFrameOptions) {
    this.#options = options
    this.#theme = options.theme
    addEventListener('message', this.#receive)
  }

  readonly open = (html: string, options: ShowUIOptions): void => {
    const old = this.#element
    this.#remove()
    this.#usesTheme = options.themeColors === true
    const { width = defaultSize.width, height = defaultSize.height, visible = true, position } = options
    const frame = document.createElement('iframe')
    frame.setAttribute('sandbox', sandbox)
    frame.title = options.title ?? this.#options.name
    const { policy, colors, fontFaces } = this.#options
    const theme = this.#usesTheme ? this.#theme : null
    const content = { figmaPage: windowPage(html, { theme, colors, fontFaces }) }
    const element = this.#createWindow(options.title ?? this.#options.name, frame)
    element.hidden = !visible
    this.#frame = frame
    this.#element = element
    this.resize(width, height)
    frame.addEventListener('load', () => {
      this.#onLoad(content)
    })
    frame.src = windowAddress(policy)
    this.#options.parent.append(element)
    if (position !== undefined) this.reposition(position.x, position.y)
    else if (old !== null) this.reposition(old.offsetLeft, old.offsetTop)
    else this.#placeAtCorner()
  }

  readonly post = (message: unknown): void => {
    if (!this.#loaded) {
      this.#queue.push(message)
      return
    }
    this.#frame?.contentWindow?.postMessage({ pluginMessage: message, pluginId: this.#options.pluginId }, '*')
  }

  readonly resize = (width: number, height: number): void => {
    if (this.#frame === null) return
    this.#frame.style.width = `${Math.max(70, width)}px`
    this.#frame.style.height = `${Math.max(0, height)}px`
  }

  readonly reposition = (x: number, y: number): void => {
    if (this.#element === null) return
    const { parent } = this.#options
    this.#element.style.left = `${Math.min(Math.max(0, x), Math.max(0, parent.clientWidth - 60))}px`
    this.#element.style.top = `${Math.min(Math.max(0, y), Math.max(0, parent.clientHeight - 40))}px`
  }

  readonly position = (): Vector => ({ x: this.#element?.offsetLeft ?? 0, y: this.#element?.offsetTop ?? 0 })

  readonly setVisible = (visible: boolean): void => {
    if (this.#element !== null) this.#element.hidden = !visible
  }

  readonly close = (): void => {
    this.#remove()
  }

  /** Takes the window away for good. */
  dispose(): void {
    this.#remove()
    removeEventListener('message', this.#receive)
  }

  setTheme(theme: Theme): void {
    this.#theme = theme
    if (!this.#usesTheme) return
    const message: ThemeMessage = { figmaTheme: theme, css: themeRules(this.#options.colors, theme) }
    this.#frame?.contentWindow?.postMessage(message, '*')
  }

  #onLoad(content: WindowContent): void {
    if (!this.#loaded) this.#frame?.contentWindow?.postMessage(content, '*')
    this.#loaded = true
    const queue = this.#queue
    this.#queue = []
    for (const message of queue) this.post(message)
  }

  #onMessage(event: MessageEvent): void {
    if (this.#frame === null || event.source !== this.#frame.contentWindow) return
    const data: unknown = event.data
    if (typeof data !== 'object' || data === null || !('pluginMessage' in data)) return
    if ('pluginId' in data && data.pluginId !== this.#options.pluginId && data.pluginId !== '*') return
    this.#options.onMessage(data.pluginMessage)
  }

  #remove(): void {
    this.#element?.remove()
    this.#element = null
    this.#frame = null
    this.#loaded = false
    this.#queue = []
  }

  #placeAtCorner(): void {
    const { parent } = this.#options
    const width = this.#element?.offsetWidth ?? 0
    const height = this.#element?.offsetHeight ?? 0
    this.reposition(parent.clientWidth - width - 24, Math.max(16, (parent.clientHeight - height) / 3))
  }

  #createWindow(title: string, frame: HTMLIFrameElement): HTMLElement {
    const element = document.createElement('section')
    element.className = 'plugin-window'
    element.setAttribute('aria-label', `Plugin window: ${title}`)
    const bar = document.createElement('header')
    const heading = document.createElement('h2')
    heading.textContent = title
    const button = document.createElement('button')
    button.type = 'button'
    button.setAttribute('aria-label', 'Close plugin')
    button.textContent = '✕'
    button.addEventListener('click', () => {
      this.#options.onClose()
    })
    bar.append(heading, button)
    bar.addEventListener('pointerdown', (event) => {
      this.#drag(event, bar, frame)
    })
    element.append(bar, frame)
    return element
  }

  #drag(down: PointerEvent, bar: HTMLElement, frame: HTMLIFrameElement): void {
    if (down.target instanceof HTMLButtonElement) return
    const start = this.position()
    bar.setPointerCapture(down.pointerId)
    // A frame under the pointer would take its events.
    frame.style.pointerEvents = 'none'
    const move = (event: PointerEvent): void => {
      this.reposition(start.x + event.clientX - down.clientX, start.y + event.clientY - down.clientY)
    }
    const end = (): void => {
      frame.style.pointerEvents = ''
      bar.removeEventListener('pointermove', move)
      bar.removeEventListener('pointerup', end)
      bar.removeEventListener('pointercancel', end)
    }
    bar.addEventListener('pointermove', move)
    bar.addEventListener('pointerup', end)
    bar.addEventListener('pointercancel', end)
  }
}
