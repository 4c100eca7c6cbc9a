import type { Screenshot } from './draw-screen'

/** A state with its pictures, which are files beside the page. */
export interface Screen {
  readonly name: string
  readonly pictures: readonly (Pick<Screenshot, 'kind' | 'theme' | 'language'> & { readonly file: string })[]
}

const styles = `
  body { margin: 24px; font: 14px/1.4 Inter, system-ui, sans-serif; background: #fff; color: #222 }
  h2 { margin: 32px 0 8px; font-size: 15px }
  div { display: flex; gap: 12px; align-items: flex-start }
  figure { margin: 0 }
  figcaption { color: #777; font-size: 12px }
  img { display: block; outline: 1px solid #ccc }`

const kinds: Readonly<Record<Screenshot['kind'], string>> = {
  window: 'as it opens',
  tall: 'all of it',
  narrow: 'narrow'
}

/** All states as an HTML page: each by its name, light beside dark. */
export function screensPage(screens: readonly Screen[]): string {
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Full Bleed: every screen</title><style>${styles}
</style></head><body><h1>Every screen and state of the window</h1>
${screens.map(section).join('\n')}
</body></html>
`
}

function section({ name, pictures }: Screen): string {
  const figures = pictures.map(
    ({ kind, theme, language, file }) =>
      `<figure><img loading="lazy" src="${file}" alt=""><figcaption>${kinds[kind]}, ${theme}, ${language}</figcaption></figure>`
  )
  return `<section><h2>${name}</h2><div>${figures.join('')}</div></section>`
}
