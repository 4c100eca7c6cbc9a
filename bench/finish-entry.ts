import type { AffineMap } from '../src/core/affine'
import type { RasterFailure } from '../src/core/raster-failure'
import type { FinishedImage, FinishOptions } from '../src/raster/finish/finished-image'
import { finishExpansion } from '../src/raster/finish/finish-expansion'
import type { KeptArea, SentPicture } from '../src/raster/finish/sent-picture'
import type { Size } from '../src/core/size'
import { encodePng } from '../src/raster/encode'
import { fillTransparent } from '../src/raster/fill-transparent'
import { decode } from '../src/raster/decode'
import { drawPlaced } from '../src/raster/draw-placed'
import { readableCanvas } from '../src/raster/finish/readable-canvas'

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

/** What the page offers as `window.finishing`. */
const finishing = {
  async finish(result: string, sent: PackedPicture, options: FinishOptions): Promise<PackedFinish> {
    const picture: SentPicture = {
      ...sent,
      layers: sent.layers.map(({ image, imagePlace }) => ({ image: fromBase64(image), imagePlace }))
    }
    const bytes = fromBase64(result)
    const start = performance.now()
    const finished = await finishExpansion(bytes, picture, options)
    const ms = performance.now() - start
    if (!finished.ok) {
      return finished
    }
    const { bytes: made, ...about } = finished.value
    return { ok: true, bytes: toBase64(made), ms, about }
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
    fillTransparent(composed.canvas, composed.context)
    return toBase64(await encodePng(composed.canvas))
  },

  /** Milliseconds that the browser itself needs to decode a picture, draw nothing on it, and encode it again. */
  async floor(image: string, mime: string): Promise<number> {
    const blob = new Blob([fromBase64(image)])
    const start = performance.now()
    const bitmap = await createImageBitmap(blob)
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0)
    await canvas.convertToBlob({ type: mime, quality: 0.95 })
    const ms = performance.now() - start
    bitmap.close()
    return ms
  }
}

function fromBase64(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64)
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) {
    bytes[at] = text.charCodeAt(at)
  }
  return bytes
}

function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (let start = 0; start < bytes.length; start += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(start, start + 0x8000))
  }
  return btoa(text)
}

declare global {
  interface Window {
    finishing: typeof finishing
  }
}

window.finishing = finishing
