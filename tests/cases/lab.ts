import { chooseMode, expand, openPlugin, type TypedInsets } from '../../playground/testing/demo'
import type { RewriteImage } from '../../playground/testing/service'
import { english } from '../../src/ui/words/english'
import { openOn, openPluginSession, type PluginSession } from '../end-to-end/plugin-session'
import type { sceneOf } from '../end-to-end/sample-scenes'

/** One playground for all cases: a layer is opened, expanded with a rewritten result, and looked at. */
export interface Lab extends Pick<PluginSession, 'plugin' | 'windowText' | 'close'> {
  /** Opens a document; the service hands out what `rewriteImage` makes of its images. */
  readonly open: (scene: ReturnType<typeof sceneOf>, rewriteImage?: RewriteImage) => Promise<void>
  /** Opens the plugin on “Picture” with its sides to grow. */
  readonly growSides: (insets: TypedInsets) => Promise<void>
  /** Opens the plugin on “Picture” with the frame around it to fill. */
  readonly fillFrame: () => Promise<void>
  /** Presses Expand and returns the title of what the window says in the end. */
  readonly press: () => Promise<string>
  /** Presses Expand; throws unless an image was placed. */
  readonly expand: () => Promise<void>
  /** The image that the service was sent. */
  readonly upload: () => Buffer
  /** The file of a layer's top fill. */
  readonly placed: (layer: string) => Promise<Buffer>
  /** Draws a part of the page, one pixel for each unit. */
  readonly draw: (x: number, y: number, width: number, height: number) => Promise<Buffer>
  /** What a browser makes of a file by its color profile, as PNG. */
  readonly decode: (image: Buffer) => Promise<Buffer>
}

const placedTitles: readonly string[] = Object.values(english.ended.placed).map((say) => say('').title)

const asItIs: RewriteImage = (image) => image

export async function openLab(): Promise<Lab> {
  let rewriteImage = asItIs
  const session = await openPluginSession({ service: { rewriteImage: (image) => rewriteImage(image) } })
  const { page, plugin, standIn } = session
  const press = (): Promise<string> => expand(plugin)
  return {
    plugin,
    windowText: session.windowText,
    close: session.close,
    open: async (scene, rewrite = asItIs) => {
      rewriteImage = rewrite
      await session.startOver({ scene })
    },
    growSides: (insets) => openOn(session, 'Picture', insets),
    fillFrame: async () => {
      await session.select('Picture')
      await openPlugin(session)
      await chooseMode(plugin, 'fit')
    },
    press,
    expand: async () => {
      const title = await press()
      if (!placedTitles.includes(title)) throw new Error(`no image was placed: ${title}`)
    },
    upload: () => {
      const sent = standIn?.requests.find(({ method }) => method === 'POST')?.files['image_file']
      if (sent === undefined) throw new Error('no image was sent')
      return Buffer.from(sent.bytes)
    },
    placed: async (layer) => {
      const base64 = await page.evaluate((name) => {
        const [id = ''] = window.playground.findByName(name)
        const paint = window.playground.fills(id).at(-1)
        return paint?.type === 'IMAGE' ? window.playground.images()[paint.imageHash ?? ''] : undefined
      }, layer)
      if (base64 === undefined) throw new Error(`the top fill of “${layer}” is no image`)
      return Buffer.from(base64, 'base64')
    },
    draw: async (x, y, width, height) => {
      const area = { x, y, width, height }
      const base64 = await page.evaluate((wanted) => window.playground.renderPage(wanted), area)
      return Buffer.from(base64, 'base64')
    },
    decode: async (image) => {
      const address = await page.evaluate(async (base64) => {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
        const bitmap = await createImageBitmap(new Blob([bytes]))
        const canvas = document.createElement('canvas')
        canvas.width = bitmap.width
        canvas.height = bitmap.height
        canvas.getContext('2d')?.drawImage(bitmap, 0, 0)
        return canvas.toDataURL()
      }, image.toString('base64'))
      return Buffer.from(address.slice(address.indexOf(',') + 1), 'base64')
    }
  }
}
