import { expect } from 'vitest'
import {
  chooseMode,
  developmentUrl,
  enterInsets,
  openPlugin,
  openSession,
  type Session,
  type SessionOptions,
  type TypedInsets
} from '../../playground/testing/demo'
import { playgroundPluginId, type SceneFile } from '../../playground/testing/document'
import { quickenTime, quickService } from '../../playground/testing/gallery'
import type { Faults } from '../../playground/testing/service'

/** A playground in which the plugin has been set up to use the stand-in. */
export interface PluginSession extends Session {
  readonly select: (...names: readonly string[]) => Promise<void>
  readonly dump: () => Promise<SceneFile>
  /** Everything that the window says, as a person reads it. */
  readonly windowText: () => Promise<string>
  readonly press: (button: string) => Promise<void>
  /** Waits until the window says something. */
  readonly says: (text: string | RegExp) => Promise<void>
  readonly setFaults: (faults: Partial<Faults>) => void
  /** How many paid requests the stand-in has received. */
  readonly creates: () => number
  /** Begins anew: the scene, the stand-in and what the plugin has stored; the plugin is closed. */
  readonly startOver: (options?: {
    readonly scene?: SessionOptions['scene']
    readonly key?: string | null
  }) => Promise<void>
}

/** Opens a session with a key and the stand-in's address already stored, as if set earlier; by default in quick time. */
export async function openPluginSession(
  options: SessionOptions & { readonly time?: 'quick' | 'real' } = {}
): Promise<PluginSession> {
  const isQuick = options.time !== 'real'
  const session = await openSession({
    ...options,
    service: { processingMs: 20, ...(isQuick ? quickService : {}), ...options.service }
  })
  const { page, plugin, standIn } = session
  if (isQuick) {
    await quickenTime(page)
  }
  if (standIn === null) {
    throw new Error('these tests need the stand-in')
  }
  // The smaller the editor, the less there is to draw without a graphics card.
  await page.setViewportSize({ width: 1100, height: 760 })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  // It stays in the page: what goes to and fro is read and written anew each time.
  const initial = await page.evaluateHandle(() => ({
    document: window.playground.dump(),
    images: window.playground.images()
  }))
  const startOver: PluginSession['startOver'] = async ({ scene, key = 'demo-key' } = {}) => {
    await page.evaluate(() => {
      window.playground.closePlugin()
    })
    standIn.reset()
    await page.evaluate(
      ({ document, images }) => window.playground.openScene(document, images),
      typeof scene === 'object' ? { document: scene.scene, images: scene.images } : initial
    )
    await page.evaluate(
      (entries) => {
        window.playground.setStorage(entries)
      },
      {
        settings: { region: 'own', ownUrl: developmentUrl },
        ...(key === null ? {} : { 'api-key': key })
      }
    )
  }
  await startOver(typeof options.scene === 'object' ? { scene: options.scene } : {})
  return {
    ...session,
    startOver,
    select: async (...names) => {
      await page.evaluate((wanted) => {
        window.playground.select(wanted.flatMap((name) => window.playground.findByName(name).slice(0, 1)))
      }, names)
    },
    dump: () => page.evaluate(() => window.playground.dump()),
    windowText: () => plugin.getByRole('main').innerText(),
    press: (name) => plugin.getByRole('button', { name, exact: true }).click(),
    says: (text) => plugin.getByText(text).first().waitFor({ timeout: 40_000 }),
    setFaults: (faults) => {
      standIn.setFaults(faults)
    },
    creates: () => standIn.requests.filter(({ method }) => method === 'POST').length
  }
}

/** Opens the plugin on a layer and types the insets. */
export async function openOn(
  session: PluginSession,
  layer: string,
  insets: TypedInsets = { top: '10%', right: '30%', bottom: '10%', left: '10%' }
): Promise<void> {
  await session.select(layer)
  await openPlugin(session)
  await chooseMode(session.plugin, 'sides')
  await enterInsets(session.plugin, insets)
}

/** What the playground says of the plugin's main thread: nothing it did may have thrown. */
export async function expectNoPluginErrors({ page }: Session): Promise<void> {
  expect(await page.evaluate(() => window.playground.pluginErrors())).toEqual([])
}

/** Everything in the file but the mark by which its paid tasks find it again. */
export function unmarked(scene: SceneFile): SceneFile {
  const pluginData = scene.document['pluginData'] as Readonly<
    Record<string, Readonly<Record<string, string>>>
  >
  const { [playgroundPluginId]: own = {}, ...others } = pluginData
  return {
    ...scene,
    document: {
      ...scene.document,
      pluginData: {
        ...others,
        [playgroundPluginId]: Object.fromEntries(Object.entries(own).filter(([name]) => name !== 'file'))
      }
    }
  }
}
