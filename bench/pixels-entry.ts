import type { CanvasPlan, SidesPlan } from '../src/core/plan/plan'
import { stretchAndMove } from '../src/core/geometry/affine'
import type { Size } from '../src/core/geometry/size'
import { blobOf } from '../src/raster/canvas/blob-of'
import { composeCanvas } from '../src/raster/upload/compose-canvas'
import { encodeJpeg, encodePng } from '../src/raster/canvas/encode'
import { encodeWithin, type EncodedImage } from '../src/raster/upload/encode-under-limit'
import { readableCanvas } from '../src/raster/canvas/readable-canvas'
import { makeThumbnail } from '../src/raster/thumbnail/layer-thumbnail'
import { encodePicture } from '../src/raster/png/encode-png'
import { prepareUpload } from '../src/raster/upload/prepare-upload'
import { decodeAndEncode } from './decode-and-encode'
import { fromBase64 } from './page-base64'

/** A picture that the page holds: as a platform exports it. */
interface Held {
  readonly png: Uint8Array<ArrayBuffer>
  readonly size: Size
}

/** What came of one way of preparing, and what was encoded for it. */
export interface Prepared extends Pick<EncodedImage, 'mime' | 'pixelSize'> {
  readonly bytes: number
  /** Whether these are the exported bytes, one by one. */
  readonly isExport: boolean
  /** Pixels of everything that the browser encoded, by format. */
  readonly encoded: readonly { readonly type: string; readonly pixels: number; readonly quality: number }[]
}

/** Milliseconds of encoding the same picture three ways, in turns, and what it came to, bytes. */
export interface Encodings {
  readonly ours: readonly number[]
  readonly png: readonly number[]
  readonly jpeg: readonly number[]
  readonly bytes: { readonly ours: number; readonly png: number }
}

export interface Times {
  readonly ours: readonly number[]
  readonly floor: readonly number[]
}

/** That of a finished JPEG. */
const finishedQuality = 0.95

let held: Held | null = null
const encoded: { type: string; pixels: number; quality: number }[] = []

const convert = Reflect.get(OffscreenCanvas.prototype, 'convertToBlob')
OffscreenCanvas.prototype.convertToBlob = function (options) {
  encoded.push({
    type: options?.type ?? 'image/png',
    pixels: this.width * this.height,
    quality: options?.quality ?? 1
  })
  return Reflect.apply(convert, this, [options])
}

/** What the page offers as `window.pixels`. */
const pixels = {
  /** Draws a photograph at a size, with grain of so many levels, and holds it as the platform would export it. */
  async hold(photograph: string, size: Size, grain: number): Promise<number> {
    const bitmap = await createImageBitmap(new Blob([fromBase64(photograph)]))
    const canvas = new OffscreenCanvas(size.width, size.height)
    const context = canvas.getContext('2d', { willReadFrequently: true })
    if (context === null) {
      throw new Error('no canvas')
    }
    context.imageSmoothingQuality = 'high'
    context.drawImage(bitmap, 0, 0, size.width, size.height)
    bitmap.close()
    if (grain > 0) {
      addGrain(context, size, grain)
    }
    const png = new Uint8Array(await encodePng(canvas))
    held = { png, size }
    return png.length
  },

  /** Prepares the held picture for a four-side request, or as the middle of a canvas of its size. */
  prepare: (kind: 'sides' | 'canvas') => prepare(kind, picture()),

  /** Encodes the held picture in at most so many bytes; null when nothing fits. */
  async encode(maxBytes: number, minSide: number): Promise<Omit<Prepared, 'isExport'> | null> {
    const bitmap = await createImageBitmap(new Blob([picture().png]))
    const drawn = readableCanvas(bitmap)
    drawn.context.drawImage(bitmap, 0, 0)
    bitmap.close()
    encoded.splice(0)
    const made = await encodeWithin(drawn, maxBytes, minSide)
    return made === null ? null : { ...made, bytes: made.bytes.length, encoded: [...encoded] }
  },

  /** Milliseconds of decoding the held picture and encoding it. */
  async floor(mime: string, turns: number): Promise<readonly number[]> {
    const times: number[] = []
    for (let turn = 0; turn < turns; turn++) {
      times.push(await decodeAndEncode(picture().png, mime, 1))
    }
    return times
  },

  /** Encodes the held picture as PNG by our own writer, and as PNG and as JPEG by the browser. */
  async encodings(turns: number): Promise<Encodings> {
    const bitmap = await createImageBitmap(new Blob([picture().png]))
    const drawn = readableCanvas(bitmap)
    drawn.context.drawImage(bitmap, 0, 0)
    bitmap.close()
    const ways = {
      ours: () => encodePicture(drawn),
      png: () => encodePng(drawn.canvas),
      jpeg: () => encodeJpeg(drawn.canvas, finishedQuality)
    }
    const times = { ours: [] as number[], png: [] as number[], jpeg: [] as number[] }
    const bytes = { ours: 0, png: 0, jpeg: 0 }
    for (let turn = 0; turn < turns; turn++) {
      for (const way of ['png', 'jpeg', 'ours'] as const) {
        const start = performance.now()
        const { length } = await ways[way]()
        times[way].push(performance.now() - start)
        bytes[way] = length
      }
    }
    return { ...times, bytes }
  },

  /** Milliseconds of preparing, and of decoding the same picture and encoding it into what is sent, in turns. */
  async time(kind: 'sides' | 'canvas' | 'thumbnail', turns: number): Promise<Times> {
    const { png, size } = picture()
    const prepared = kind === 'thumbnail' ? null : await prepare(kind, { png, size })
    const mime = prepared?.mime ?? 'image/png'
    const quality = prepared?.encoded.at(-1)?.quality ?? 1
    const ours: number[] = []
    const floor: number[] = []
    for (let turn = 0; turn < turns; turn++) {
      floor.push(
        await decodeAndEncode(png, mime, quality, kind === 'thumbnail' ? thumbnailSize(size) : undefined)
      )
      const start = performance.now()
      await (kind === 'thumbnail' ? shrink({ png, size }) : prepare(kind, { png, size }))
      ours.push(performance.now() - start)
    }
    return { ours, floor }
  }
}

function picture(): Held {
  if (held === null) {
    throw new Error('nothing is held')
  }
  return held
}

async function prepare(kind: 'sides' | 'canvas', { png, size }: Held): Promise<Prepared> {
  encoded.splice(0)
  const upload = await (kind === 'sides' ? uploadOf(png, size) : canvasOf(png, size))
  return {
    mime: upload.mime,
    pixelSize: upload.pixelSize,
    bytes: upload.bytes.length,
    isExport: upload.bytes.length === png.length && upload.bytes.every((byte, at) => byte === png[at]),
    encoded: [...encoded]
  }
}

async function uploadOf(png: Uint8Array, size: Size): Promise<EncodedImage> {
  const plan: SidesPlan = {
    kind: 'sides',
    layers: [
      {
        source: { nodeId: '1:2', content: 'everything' },
        imagePlace: stretchAndMove(size.width, size.height, 0, 0)
      }
    ],
    subject: size,
    insets: { top: 0, right: 0, bottom: 0, left: 0 },
    canvas: size,
    ratios: { top: 0.1, right: 0.1, bottom: 0.1, left: 0.1 },
    scale: 1
  }
  const prepared = await prepareUpload(plan, [blobOf(png)])
  if (!prepared.ok || prepared.value.kind !== 'opaque') {
    throw new Error(`not prepared: ${JSON.stringify(prepared)}`)
  }
  return prepared.value.upload
}

/** A canvas of the picture's size with it on it, less a strip of a sixteenth at the right and at the bottom. */
async function canvasOf(png: Uint8Array, size: Size): Promise<EncodedImage> {
  const seen = { width: Math.round((size.width * 15) / 16), height: Math.round((size.height * 15) / 16) }
  const clip = { ...seen, radii: [0, 0, 0, 0], place: stretchAndMove(1, 1, 0, 0) } as const
  const plan: CanvasPlan = {
    kind: 'canvas',
    canvas: size,
    pixelSize: size,
    scale: 1,
    layers: [
      {
        source: { nodeId: '1:2', content: 'everything' },
        imagePlace: stretchAndMove(size.width, size.height, 0, 0)
      }
    ],
    kept: [clip],
    clip,
    coversByBox: false
  }
  const composed = await composeCanvas(plan, [blobOf(png)])
  if (!composed.ok) {
    throw new Error(`not composed: ${JSON.stringify(composed)}`)
  }
  return composed.value.upload
}

/** Long side of the window's picture of a layer, px. */
const thumbnailSide = 544

function thumbnailSize({ width, height }: Size): Size {
  const factor = thumbnailSide / Math.max(width, height)
  return { width: Math.round(width * factor), height: Math.round(height * factor) }
}

function shrink({ png, size }: Held): Promise<unknown> {
  const imagePlace = stretchAndMove(size.width, size.height, 0, 0)
  return makeThumbnail([{ kind: 'export', png, imagePlace }], size, thumbnailSize(size))
}

/** As a sensor adds it; the same each time (xorshift, Marsaglia 2003). */
function addGrain(context: OffscreenCanvasRenderingContext2D, { width, height }: Size, grain: number): void {
  let state = 0x2545f491
  const rows = 256
  for (let top = 0; top < height; top += rows) {
    const image = context.getImageData(0, top, width, Math.min(rows, height - top))
    for (let at = 0; at < image.data.length; at++) {
      state ^= state << 13
      state ^= state >>> 17
      state ^= state << 5
      if (at % 4 < 3) {
        const random = (state & 255) + ((state >>> 8) & 255) + ((state >>> 16) & 255) - 382
        image.data[at] = (image.data[at] ?? 0) + (random * grain) / 128
      }
    }
    context.putImageData(image, 0, top)
  }
}

declare global {
  interface Window {
    pixels: typeof pixels
  }
}

window.pixels = pixels
