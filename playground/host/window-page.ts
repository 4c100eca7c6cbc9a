import { bytesToBase64 } from './base64'

export type Theme = 'light' | 'dark'
/** Values of the `--figma-color-…` variables, by name, for each theme. */
export type ThemeColors = Readonly<Record<Theme, Readonly<Record<string, string>>>>

export interface WindowPageOptions {
  readonly policy: string
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
    `<meta http-equiv="Content-Security-Policy" content="${escapeAttribute(policy)}">`,
    `<style>${fontFaces}</style><style id="figma-style">${style}</style>`,
    `<script>${theme === null ? '' : themeListener}</script></head>`,
    html
  ].join('')
}

/** Chromium opens no address longer than 2 MB; what is longer is written by a page that gets it as a message. */
const longestAddress = 2_000_000

function dataUrl(page: string): string {
  return `data:text/html;charset=utf-8;base64,${bytesToBase64(new TextEncoder().encode(page))}`
}

export interface WindowAddress {
  readonly url: string
  /** To be posted to the frame once it has loaded, where the page was too long for an address. */
  readonly late: { readonly figmaPage: string } | null
}

/** The `data:` address at which the window's frame opens its page, so that its origin is `null`. */
export function windowAddress(html: string, options: WindowPageOptions): WindowAddress {
  const page = windowPage(html, options)
  const url = dataUrl(page)
  if (url.length <= longestAddress) return { url, late: null }
  // The policy of a page stays with its document when that is written anew.
  const loader = `<script>addEventListener('message', (event) => {
    if (!event.data.figmaPage) return
    document.open(); document.write(event.data.figmaPage); document.close()
  }, { once: true })</script>`
  return {
    url: dataUrl(windowPage(loader, { ...options, fontFaces: '', theme: null })),
    late: { figmaPage: page }
  }
}
