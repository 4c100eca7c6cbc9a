import type { AffineMap } from '../src/core/geometry/affine'
import type { RasterFailure } from '../src/core/failures'
import type { FinishedImage, FinishOptions } from '../src/raster/finish/finished-image'
import { blobOf } from '../src/raster/canvas/blob-of'
import { finishReceived, type ReceivedImage } from '../src/raster/finish/finish-received'
import { finishExpansion } from '../src/raster/finish/finish-expansion'
import type { KeptArea, SentPicture } from '../src/raster/finish/snapshot'
import type { Size } from '../src/core/geometry/size'
import { encodePng } from '../src/raster/canvas/encode'
import { fillTransparent } from '../src/raster/canvas/fill-transparent'
import { decode } from '../src/raster/canvas/decode'
import { drawPlaced } from '../src/raster/canvas/draw-placed'
import { decodeAndEncode } from './decode-and-encode'
import { fromBase64, toBase64 } from './page-base64'
import { readableCanvas } from '../src/raster/canvas/readable-canvas'

/** A sent picture as it travels into the page: files as base64. */
export interface PackedPicture {
  readonly canvasSize: Size
  readonly layers: readonly { readonly image: string; readonly imagePlace: AffineMap }[]
  readonly kept: KeptArea
}

export type PackedFinish =
  | {
      readonly ok: true
      readonly bytes: string
      readonly ms: number
      readonly about: Omit<FinishedImage, 'bytes'>
    }
  | { readonly ok: false; readonly failure: RasterFailure }

/** A sent canvas as it travels into the page: files as base64. */
export interface PackedCanvas {
  readonly upload: string
  readonly mask: string
  readonly maskIsInverted: boolean
}

export type PackedReceived =
  | {
      readonly ok: true
      readonly bytes: string
      readonly about: Omit<ReceivedImage, 'image' | 'thumbnail'> & { readonly hasThumbnail: boolean }
    }
  | { readonly ok: false; readonly failure: RasterFailure }

/** That of a finished JPEG. */
const jpegQuality = 0.95

/** What the page offers as `window.finishing`. */
const finishing = {
  async finish(result: string, sent: PackedPicture, options: FinishOptions): Promise<PackedFinish> {
    const picture = unpack(sent)
    const bytes = fromBase64(result)
    const start = performance.now()
    const finished = await finishExpansion(bytes, { picture, canvas: null }, options)
    const ms = performance.now() - start
    if (!finished.ok) {
      return finished
    }
    const { bytes: made, ...about } = finished.value
    return { ok: true, bytes: toBase64(made), ms, about }
  },

  /** A received picture made fit for a fill, with all that is done where something of it cannot be. */
  async receive(
    result: string,
    picture: PackedPicture | null,
    canvas: PackedCanvas | null,
    options: FinishOptions
  ): Promise<PackedReceived> {
    const sent =
      picture === null
        ? null
        : {
            picture: unpack(picture),
            canvas:
              canvas === null
                ? null
                : {
                    upload: blobOf(fromBase64(canvas.upload)),
                    mask: blobOf(fromBase64(canvas.mask)),
                    maskIsInverted: canvas.maskIsInverted
                  }
          }
    const received = await finishReceived(fromBase64(result), sent, options)
    if (!received.ok) {
      return received
    }
    const { image, thumbnail, ...about } = received.value
    return {
      ok: true,
      bytes: toBase64(new Uint8Array(await image.arrayBuffer())),
      about: { ...about, hasThumbnail: thumbnail !== null }
    }
  },

  /** Keeps a result and what was sent in the page, so that nothing but the work itself takes memory there. */
  hold(result: string, sent: PackedPicture): void {
    held = { bytes: fromBase64(result), picture: unpack(sent) }
  },

  /** Finishes the held result; or has the browser itself decode it and encode it again. */
  async workOnHeld(by: 'us' | 'browser', options: FinishOptions, mime: string): Promise<void> {
    if (held === null) throw new Error('nothing is held')
    const { bytes, picture } = held
    if (by === 'browser') {
      await decodeAndEncode(bytes, mime, jpegQuality)
    } else {
      await finishExpansion(bytes, { picture, canvas: null }, options)
    }
  },

  /** The upload of a canvas request, PNG: the layers where they lie, and a blur of them around. */
  async compose({ canvasSize, layers }: PackedPicture): Promise<string> {
    const composed = readableCanvas(canvasSize)
    const decoded = await Promise.all(
      layers.map(async ({ image, imagePlace }) => ({ bitmap: await decode(fromBase64(image)), imagePlace }))
    )
    decoded.forEach(({ bitmap, imagePlace }) => {
      drawPlaced(composed.context, bitmap, imagePlace)
    })
    fillTransparent(composed)
    return toBase64(await encodePng(composed.canvas))
  },

  /**
   * Milliseconds of finishing a result and of the floor, in turns: the browser itself decodes the same picture and encodes
   * it again. The first turn warms up and does not count.
   */
  async time(
    result: string,
    sent: PackedPicture,
    options: FinishOptions,
    mime: string,
    turns: number
  ): Promise<{ readonly ours: number[]; readonly floor: number[] }> {
    const bytes = fromBase64(result)
    const picture = unpack(sent)
    const ours: number[] = []
    const floor: number[] = []
    for (let turn = 0; turn <= turns; turn++) {
      const floorMs = await decodeAndEncode(bytes, mime, jpegQuality)
      const start = performance.now()
      const finished = await finishExpansion(bytes, { picture, canvas: null }, options)
      const ms = performance.now() - start
      if (!finished.ok) {
        throw new Error(JSON.stringify(finished.failure))
      }
      if (turn > 0) {
        floor.push(floorMs)
        ours.push(ms)
      }
    }
    return { ours, floor }
  }
}

let held: { readonly bytes: Uint8Array<ArrayBuffer>; readonly picture: SentPicture } | null = null

function unpack(sent: PackedPicture): SentPicture {
  return {
    ...sent,
    layers: sent.layers.map(({ image, imagePlace }) => ({ image: blobOf(fromBase64(image)), imagePlace }))
  }
}

declare global {
  interface Window {
    finishing: typeof finishing
  }
}

window.finishing = finishing
