import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Size } from '../src/core/geometry/size'
import type { Encodings, Prepared, Times } from './pixels-entry'
import { openScriptPage } from './script-page'

/** The preparing of uploads in a real browser. */
export interface PixelPage {
  /** Draws the bundled photograph at a size, with grain of so many levels; returns how many bytes its PNG has. */
  readonly hold: (size: Size, grain: number) => Promise<number>
  readonly prepare: (kind: 'sides' | 'canvas') => Promise<Prepared>
  /** Encodes the held picture in at most so many bytes; null when nothing fits. */
  readonly encode: (maxBytes: number, minSide: number) => Promise<Omit<Prepared, 'isExport'> | null>
  readonly time: (kind: 'sides' | 'canvas' | 'thumbnail', turns: number) => Promise<Times>
  /** Milliseconds of decoding the held picture and encoding it, by the browser alone. */
  readonly floor: (mime: string, turns: number) => Promise<readonly number[]>
  /** Encodes the held picture as a finished one is, and as the browser does. */
  readonly encodings: (turns: number) => Promise<Encodings>
  readonly close: () => Promise<void>
}

/** Opens Chromium with the preparing code bundled into an empty page. */
export async function openPixelPage(): Promise<PixelPage> {
  const photograph = await readFile(
    fileURLToPath(new URL('../playground/scenes/images/coffee.png', import.meta.url)),
    'base64'
  )
  const { page, close } = await openScriptPage(new URL('./pixels-entry.ts', import.meta.url))
  return {
    hold: (size, grain) =>
      page.evaluate((params) => window.pixels.hold(...params), [photograph, size, grain] as const),
    prepare: (kind) => page.evaluate((one) => window.pixels.prepare(one), kind),
    encode: (maxBytes, minSide) =>
      page.evaluate((params) => window.pixels.encode(...params), [maxBytes, minSide] as const),
    time: (kind, turns) => page.evaluate((params) => window.pixels.time(...params), [kind, turns] as const),
    floor: (mime, turns) => page.evaluate((params) => window.pixels.floor(...params), [mime, turns] as const),
    encodings: (turns) => page.evaluate((count) => window.pixels.encodings(count), turns),
    close
  }
}
