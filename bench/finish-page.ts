import type { RasterFailure } from '../src/core/failures'
import type { FinishedImage, FinishOptions } from '../src/raster/finish/finished-image'
import type { SentPicture } from '../src/raster/finish/snapshot'
import type { PackedPicture, PackedReceived } from './finish-entry'
import { openScriptPage } from './script-page'

export type PageFinish =
  | { readonly ok: true; readonly value: FinishedImage; readonly ms: number }
  | { readonly ok: false; readonly failure: RasterFailure }

/** The finishing of results in a real browser. */
export interface FinishPage {
  finish(result: Uint8Array, sent: SentPicture<Uint8Array>, options: FinishOptions): Promise<PageFinish>
  /** A received picture made fit for a fill: `canvas` is what was sent of one, to compare it with. */
  receive(
    result: Uint8Array,
    picture: SentPicture<Uint8Array> | null,
    canvas: { readonly upload: Uint8Array; readonly mask: Uint8Array } | null,
    options: FinishOptions
  ): Promise<PackedReceived>
  /** Keeps a result and what was sent in the page. */
  hold(result: Uint8Array, sent: SentPicture<Uint8Array>): Promise<void>
  /** Finishes what is held, or has it decoded and encoded by the browser alone. */
  workOnHeld(by: 'us' | 'browser', options: FinishOptions, mime: string): Promise<void>
  /** The upload of a canvas request, PNG. */
  compose(sent: SentPicture<Uint8Array>): Promise<Uint8Array>
  /** Milliseconds of finishing and of decoding and encoding into `mime` by the browser alone, in turns. */
  time(
    result: Uint8Array,
    sent: SentPicture<Uint8Array>,
    options: FinishOptions,
    mime: string,
    turns: number
  ): Promise<{ readonly ours: readonly number[]; readonly floor: readonly number[] }>
  close(): Promise<void>
}

/** Opens Chromium with the finishing code bundled into an empty page; as a browser without video frames, if asked to. */
export async function openFinishPage({ hasVideoFrames = true } = {}): Promise<FinishPage> {
  const { page, close } = await openScriptPage(
    new URL('./finish-entry.ts', import.meta.url),
    async (empty) => {
      if (!hasVideoFrames) await empty.evaluate(() => Reflect.deleteProperty(window, 'VideoFrame'))
    }
  )
  return {
    async finish(result, sent, options) {
      const finished = await page.evaluate(([one, two, three]) => window.finishing.finish(one, two, three), [
        base64(result),
        pack(sent),
        options
      ] as const)
      if (!finished.ok) {
        return finished
      }
      const { ms, about, bytes } = finished
      return { ok: true, ms, value: { ...about, bytes: new Uint8Array(Buffer.from(bytes, 'base64')) } }
    },
    receive: (result, picture, canvas, options) =>
      page.evaluate((params) => window.finishing.receive(...params), [
        base64(result),
        picture === null ? null : pack(picture),
        canvas === null
          ? null
          : { upload: base64(canvas.upload), mask: base64(canvas.mask), maskIsInverted: false },
        options
      ] as const),
    async hold(result, sent) {
      await page.evaluate(
        (params) => {
          window.finishing.hold(...params)
        },
        [base64(result), pack(sent)] as const
      )
    },
    async workOnHeld(by, options, mime) {
      await page.evaluate((params) => window.finishing.workOnHeld(...params), [by, options, mime] as const)
    },
    async compose(sent) {
      const composed = await page.evaluate((packed) => window.finishing.compose(packed), pack(sent))
      return new Uint8Array(Buffer.from(composed, 'base64'))
    },
    time: (result, sent, options, mime, turns) =>
      page.evaluate((params) => window.finishing.time(...params), [
        base64(result),
        pack(sent),
        options,
        mime,
        turns
      ] as const),
    close
  }
}

function pack(sent: SentPicture<Uint8Array>): PackedPicture {
  return {
    ...sent,
    layers: sent.layers.map(({ image, imagePlace }) => ({ image: base64(image), imagePlace }))
  }
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}
