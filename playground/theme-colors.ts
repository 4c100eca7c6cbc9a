import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { ThemeColors } from './host/window/window-page'

const require = createRequire(import.meta.url)

function variables(css: string, theme: string): Record<string, string> {
  const block = css.slice(css.indexOf(`.figma-${theme} {`)).split('}')[0] ?? ''
  const found = block.matchAll(/(--figma-color-[\w-]+):\s*([^;]+);/g)
  return Object.fromEntries([...found].map((match) => [match[1] ?? '', match[2] ?? '']))
}

/** Figma's documented colour variables with their values, as `@create-figma-plugin/ui` collects them. */
export async function readThemeColors(): Promise<ThemeColors> {
  const css = await readFile(require.resolve('@create-figma-plugin/ui/css/theme.css'), 'utf8')
  return { light: variables(css, 'light'), dark: variables(css, 'dark') }
}
