import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import sharp from 'sharp'
import { launchChromium } from '../../playground/chromium/browser'

const require = createRequire(import.meta.url)

const weights = [400, 500, 600, 700] as const

/** The bundled Inter, as styles that need no network. */
async function fontStyles(): Promise<string> {
  const faces = weights.map(async (weight) => {
    const file = require.resolve(`@fontsource/inter/files/inter-latin-${weight}-normal.woff2`)
    const data = (await readFile(file)).toString('base64')
    return `@font-face{font-family:Inter;font-weight:${weight};src:url(data:font/woff2;base64,${data})}`
  })
  return (await Promise.all(faces)).join('')
}

export interface Sheet {
  /** Size in CSS px. */
  readonly width: number
  readonly height: number
  /** Pixels for each of them. */
  readonly scale: number
  readonly styles: string
  readonly body: string
}

/** Draws a sheet of HTML as a PNG of at most 256 colours, which photographs stand when they are dithered. */
export async function drawSheet({ width, height, scale, styles, body }: Sheet): Promise<Buffer> {
  const browser = await launchChromium()
  try {
    const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: scale })
    const base =
      'html,body{margin:0}*{box-sizing:border-box}body{font-family:Inter;-webkit-font-smoothing:antialiased}'
    await page.setContent(
      `<!DOCTYPE html><html lang="en"><style>${await fontStyles()}${base}${styles}</style><body>${body}</body></html>`
    )
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    const png = await page.screenshot()
    return await sharp(png).png({ palette: true, colours: 256, dither: 0.8, effort: 10 }).toBuffer()
  } finally {
    await browser.close()
  }
}
