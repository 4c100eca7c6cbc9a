import { bytesToBase64 } from '../base64'

export type Theme = 'light' | 'dark'
/** Values of the `--figma-color-…` variables, by name, for each theme. */
export type ThemeColors = Readonly<Record<Theme, Readonly<Record<string, string>>>>

export interface WindowPageOptions {
  /** Left out where the document that the page is written into has its policy already. */
  readonly policy?: string
  /** Null when `showUI` was called without `themeColors`. */
  readonly theme: Theme | null
  readonly colors: ThemeColors
  /** `@font-face` rules of Inter, which Figma has loaded in the window already. */
  readonly fontFaces: string
}

/** The message by which the editor tells the window of another theme; the plugin's code never sees it. */
export interface ThemeMessage {
  readonly figmaTheme: Theme
  readonly css: string
}

/** The rules that make the theme's variables. */
export function themeRules(colors: ThemeColors, theme: Theme): string {
  const lines = Object.entries(colors[theme]).map(([name, value]) => `${name}:${value}`)
  return `:root{${lines.join(';')}}`
}

const themeListener = `addEventListener('message', (event) => {
  const message = event.data
  if (event.source !== parent || message === null || typeof message !== 'object' || !message.figmaTheme) return
  event.stopImmediatePropagation()
  document.documentElement.classList.remove('figma-light', 'figma-dark')
  document.documentElement.classList.add('figma-' + message.figmaTheme)
  document.getElementById('figma-style').textContent = message.css
})`

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
}

/** The document of the plugin's window: the policy first, then Figma's styles, then what `showUI` was given. */
export function windowPage(html: string, options: WindowPageOptions): string {
  const { policy, theme, colors, fontFaces } = options
  const style = theme === null ? '' : themeRules(colors, theme)
  return [
    `<!DOCTYPE html><html${theme === null ? '' : ` class="figma-${theme}"`}><head><meta charset="utf-8">`,
    policy === undefined
      ? ''
      : `<meta http-equiv="Content-Security-Policy" content="${escapeAttribute(policy)}">`,
    `<style>${fontFaces}</style><style id="figma-style">${style}</style>`,
    `<script>${theme === null ? '' : themeListener}</script></head>`,
    html
  ].join('')
}

/**
 * The `data:` address that the window's frame is opened at, so that its origin is `null`: a page that waits for its
 * content in a message (`WindowContent`) and writes itself anew. The policy of a page stays with its document when that
 * is done. With the whole page in the address, the browser took half a second to read it, and longer over every look at
 * the frame; and it opens no address of more than 2 MB.
 */
export function windowAddress(policy: string): string {
  const loader = `<script>addEventListener('message', (event) => {
    if (!event.data.figmaPage) return
    document.open(); document.write(event.data.figmaPage); document.close()
  }, { once: true })</script>`
  const page = windowPage(loader, { policy, theme: null, colors: { light: {}, dark: {} }, fontFaces: '' })
  return `data:text/html;charset=utf-8;base64,${bytesToBase64(new TextEncoder().encode(page))}`
}

/** The message that the page at `windowAddress` waits for; the plugin's code never sees it. */
export interface WindowContent {
  readonly figmaPage: string
}
