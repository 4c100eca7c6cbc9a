import type { Row } from './rows/row'

/** A row with what came of it; pictures are files beside the page. */
export interface Exhibit {
  readonly row: Row
  /** The window's title for what came of it; '' where it had none. */
  readonly title: string
  /** All that the window said in the end. */
  readonly words: string
  readonly before: string
  /** Null where there was nothing to press. */
  readonly after: string | null
  readonly didAsSaid: boolean
}

/** The class of each row's box on the page. */
export const exhibitClass = 'exhibit'

/** Width of the page, px: two columns of rows. */
export const pageWidth = 1760

const styles = `
  body { margin: 16px; width: ${pageWidth - 32}px; font: 14px/1.4 Inter, system-ui, sans-serif; background: #fff; color: #222 }
  main { display: grid; grid-template-columns: 1fr 1fr; gap: 12px 24px; align-items: start }
  .${exhibitClass} { border: 1px solid #ddd; border-radius: 6px; padding: 10px 12px }
  .wrong { border-color: #d00; background: #fff2f2 }
  h2 { margin: 0; font-size: 15px }
  p { margin: 2px 0 8px; color: #555 }
  .pictures { display: flex; gap: 12px; align-items: flex-start }
  img, .sentence { width: 400px; box-sizing: border-box; border: 1px solid #eee }
  .sentence { padding: 12px; white-space: pre-line; background: #fafafa }`

/** The gallery as an HTML page: each row by its number, name and sentence, before and after. */
export function galleryPage(exhibits: readonly Exhibit[]): string {
  const boxes = exhibits.map((exhibit, index) => box(exhibit, index + 1))
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Full Bleed: every layer</title><style>${styles}
</style></head><body><h1>Every layer, before and after</h1><main>
${boxes.join('\n')}
</main></body></html>
`
}

function box({ row, title, words, before, after, didAsSaid }: Exhibit, number: number): string {
  const kind = didAsSaid ? exhibitClass : `${exhibitClass} wrong`
  return `<section class="${kind}"><h2>${number}. ${escape(row.name)}</h2>
<p>${row.expect}${title === '' ? '' : ` · ${escape(title)}`} · ${escape(row.says)}</p>
<div class="pictures"><img src="${before}" alt="before">${
    after === null ? `<div class="sentence">${escape(words)}</div>` : `<img src="${after}" alt="after">`
  }</div></section>`
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}
