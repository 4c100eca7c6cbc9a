import { array, number, object, optional, parse } from 'valibot'
import { findNode } from '../../playground/demo/find-node'
import { openSession } from '../../playground/demo/session'
import {
  chooseMode,
  enterInsets,
  enterSettings,
  expand,
  openPlugin,
  type TypedInsets
} from '../../playground/demo/use-plugin'
import { english } from '../../src/ui/words/english'

/** Pictures of one expansion in the playground, as PNG in base64. */
export interface Shots {
  /** The frame as it was, and as it is with the new image. */
  readonly before: string
  readonly after: string
  /** The plugin's window just before Expand is pressed. */
  readonly window: string
  /** Radius of the frame's corners as a part of its width. */
  readonly roundness: number
}

/** What is expanded: a frame of a bundled scene, and how. */
export interface Subject {
  readonly scene: string
  readonly frame: string
  /** The layer that is selected: the frame, or the picture in it. */
  readonly selected: string
  /** Null fills the frame. */
  readonly insets: TypedInsets | null
  /** The same seed makes the same picture again. */
  readonly seed: number
}

/** Pixels of the pictures for each unit of the document, and of the window. */
const pixelScale = 2

const nodeSchema = object({
  absoluteBoundingBox: object({ x: number(), y: number(), width: number(), height: number() }),
  cornerRadius: optional(number()),
  rectangleCornerRadii: optional(array(number()))
})

/** Expands a frame of the playground by the built plugin's own window, and takes pictures meanwhile. */
export async function takeShots({ scene, frame, selected, insets, seed }: Subject): Promise<Shots> {
  const session = await openSession({ scene, pixelScale })
  const { page, plugin } = session
  try {
    const [frameId, selectedId] = await page.evaluate(
      (names) => names.map((name) => window.playground.findByName(name)[0]),
      [frame, selected]
    )
    if (frameId === undefined || selectedId === undefined) {
      throw new Error(`the scene ${scene} has no ${frame} or no ${selected}`)
    }
    const read = async () => {
      const { document } = await page.evaluate(() => window.playground.dump())
      return parse(nodeSchema, findNode(document, frameId))
    }
    const draw = async (): Promise<string> =>
      page.evaluate((wanted) => window.playground.renderPage(wanted.area, wanted.scale), {
        area: (await read()).absoluteBoundingBox,
        scale: pixelScale
      })
    const before = await draw()
    await page.evaluate((id) => {
      window.playground.select([id])
    }, selectedId)
    await openPlugin(session)
    await enterSettings(plugin, session.serviceUrl, 'demo-key')
    await chooseMode(plugin, insets === null ? 'fit' : 'sides')
    if (insets !== null) await enterInsets(plugin, insets)
    const shot = await page.locator('iframe[title="Full Bleed"]').screenshot()
    await plugin.getByText(english.expand.advanced, { exact: true }).click()
    await plugin.getByRole('textbox', { name: english.expand.tuning.seed.label }).fill(String(seed))
    await expand(plugin)
    const { absoluteBoundingBox, cornerRadius, rectangleCornerRadii } = await read()
    const radius = cornerRadius ?? rectangleCornerRadii?.[0] ?? 0
    return {
      before,
      after: await draw(),
      window: shot.toString('base64'),
      roundness: radius / absoluteBoundingBox.width
    }
  } finally {
    await session.close()
  }
}
