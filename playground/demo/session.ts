import { readFile } from 'node:fs/promises'
import type { Browser, Frame, FrameLocator, Page } from 'playwright-core'
import { launchChromium } from '../chromium/browser'
import type { Automation } from '../editor/automation'
import { type Manifest, readManifest } from '../host/manifest'
import type { Switches } from '../host/switches'
import { startPlayground } from '../server/server'
import { type ServiceOptions, type StandIn, startService } from '../service/server'
import type { PhotoScene } from './photo-scene'
import { recordRequests } from './record/record-requests'
import type { RecordedRequest } from './record/recorded-request'

declare global {
  interface Window {
    readonly playground: Automation
  }
}

/** The address that the manifest allows while a plugin is developed. */
export const developmentUrl = 'http://localhost:8787'

const developmentPort = 8787

export interface SessionOptions {
  /** A bundled scene's name, or one that is handed in. Default: an empty choice of the playground. */
  readonly scene?: string | Pick<PhotoScene, 'scene' | 'images'>
  readonly theme?: 'light' | 'dark'
  /** Another service than the stand-in: its address is added to the manifest's development addresses. */
  readonly serviceUrl?: string
  readonly service?: ServiceOptions
  readonly switches?: Partial<Switches>
  /** Called with the page before anything is opened in it. */
  readonly prepare?: (page: Page) => Promise<void>
  /** Told of each request of the plugin before it is sent, and of the window's frame. */
  readonly onRequest?: (request: RecordedRequest, frame: Frame) => void
  /** Pixels of the screen for each of CSS; 1 if not said. */
  readonly pixelScale?: number
  /** False: requests are not noted, which takes the window’s thread some time. */
  readonly notesRequests?: boolean
  /**
   * The plugin's window in a process of its own, as Chrome on a computer has it: what blocks the editor does not block the
   * window, nor the other way round. Takes more memory and longer to open.
   */
  readonly isWindowApart?: boolean
}

/** A playground with the built plugin in a browser of its own, and the stand-in service behind it. */
export interface Session {
  readonly page: Page
  /** The plugin's window. */
  readonly plugin: FrameLocator
  /** What the plugin has to be told as its service's address. */
  readonly serviceUrl: string
  /** Null where another service was asked for. */
  readonly standIn: StandIn | null
  readonly requests: readonly RecordedRequest[]
  readonly close: () => Promise<void>
}

/**
 * Opens a session on ports of its own. The stand-in answers at the manifest's development address in this browser only:
 * the browser is told to look there for it, so that the manifest's own rules hold and many sessions run side by side.
 */
export async function openSession(options: SessionOptions = {}): Promise<Session> {
  const closers: (() => Promise<unknown>)[] = []
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0).reverse()) {
      await closer()
    }
  }
  try {
    const standIn =
      options.serviceUrl === undefined
        ? await startService({ otherPorts: [developmentPort], localLinks: true, ...options.service })
        : null
    if (standIn !== null) {
      closers.push(() => standIn.close())
    }
    const playground = await startPlayground(
      options.serviceUrl === undefined ? {} : { manifest: await manifestAllowing(options.serviceUrl) }
    )
    closers.push(() => playground.close())
    const browser: Browser = await launchChromium({
      args: [
        ...(standIn === null ? [] : [`--host-resolver-rules=MAP localhost:8787 127.0.0.1:${standIn.port}`]),
        ...(options.isWindowApart === true
          ? ['--site-per-process', '--enable-features=IsolateSandboxedIframes']
          : [])
      ]
    })
    closers.push(() => browser.close())
    const page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
      deviceScaleFactor: options.pixelScale ?? 1
    })
    const requests = options.notesRequests === false ? [] : await recordRequests(page, options.onRequest)
    await options.prepare?.(page)
    const query = new URLSearchParams({
      ...(typeof options.scene === 'string' ? { scene: options.scene } : {}),
      ...(options.theme === undefined ? {} : { theme: options.theme })
    })
    await page.goto(new URL(`?${query.toString()}`, playground.url).href)
    await page.waitForFunction(() => 'playground' in window)
    await page.evaluate(() => window.playground.ready)
    if (typeof options.scene === 'object') {
      await page.evaluate(({ scene, images }) => window.playground.openScene(scene, images), options.scene)
    }
    if (options.switches !== undefined) {
      await page.evaluate((switches) => {
        window.playground.setSwitches(switches)
      }, options.switches)
    }
    return {
      page,
      plugin: page.frameLocator('iframe[title="Full Bleed"]'),
      serviceUrl: options.serviceUrl ?? developmentUrl,
      standIn,
      requests,
      close
    }
  } catch (error) {
    await close()
    throw error
  }
}

async function manifestAllowing(serviceUrl: string): Promise<Manifest> {
  const manifest = readManifest(JSON.parse(await readFile('manifest.json', 'utf8')))
  const access = manifest.networkAccess ?? { allowedDomains: [] }
  return {
    ...manifest,
    networkAccess: {
      ...access,
      devAllowedDomains: [...(access.devAllowedDomains ?? []), new URL(serviceUrl).origin]
    }
  }
}
