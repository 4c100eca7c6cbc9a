import { blobOf } from '../../../src/raster/canvas/blob-of'
import { decode } from '../../../src/raster/canvas/decode'
import { readSentCanvas } from '../../../src/raster/finish/compare-known-area'
import { finishExpansion } from '../../../src/raster/finish/finish-expansion'
import { finishReceived } from '../../../src/raster/finish/finish-received'
import { plainResult } from '../../../src/raster/finish/plain-result'
import { makeThumbnail } from '../../../src/raster/thumbnail/subject-thumbnail'
import { composeCanvas } from '../../../src/raster/upload/compose-canvas'
import { prepareUpload } from '../../../src/raster/upload/prepare-upload'
import { fromBase64 } from '../../fixtures/pixels/page-base64'

const size = { width: 64, height: 64 }
const canvas = { width: 80, height: 80 }
const insets = { top: 8, right: 8, bottom: 8, left: 8 }
const options = { matchSeam: true, keepPixels: true }
const whole = [
  [64, 0, 0],
  [0, 64, 0]
] as const
const place = [
  [64, 0, 8],
  [0, 64, 8]
] as const
const shape = {
  ...size,
  radii: [0, 0, 0, 0],
  place: [
    [1, 0, 8],
    [0, 1, 8]
  ]
} as const
const layer = { source: { nodeId: '1:1', content: 'everything' }, imagePlace: whole } as const

function pictureOf(image: Uint8Array) {
  return {
    canvasSize: canvas,
    layers: [{ image: blobOf(image), imagePlace: place }],
    kept: { kind: 'shapes', shapes: { kept: [shape], clip: null } }
  } as const
}

/** Every way in which the plugin comes to decode an image: `sound` is one that it can read. */
const ways = {
  'a result without its original': (image) => plainResult(image),
  'a result': (image, sound) => finishExpansion(image, { canvas: null, picture: pictureOf(sound) }, options),
  'an original': (image, sound) =>
    finishExpansion(sound, { canvas: null, picture: pictureOf(image) }, options),
  'the result of a link': (image) => finishReceived(image, null, options),
  'an export of a thumbnail': (image) =>
    makeThumbnail([{ kind: 'export', png: image, imagePlace: whole }], size, size),
  'a fill of a thumbnail': (image) =>
    makeThumbnail(
      [
        {
          kind: 'paints',
          paints: [
            {
              kind: 'image',
              bytes: image,
              opacity: 1,
              scaleMode: 'FILL',
              transform: [
                [1, 0, 0],
                [0, 1, 0]
              ],
              rotation: 0,
              tileScale: 1
            }
          ]
        }
      ],
      size,
      size
    ),
  'an upload of one layer': (image) =>
    prepareUpload(
      {
        kind: 'sides',
        layers: [layer],
        subject: size,
        insets,
        canvas,
        ratios: { top: 0.125, right: 0.125, bottom: 0.125, left: 0.125 },
        scale: 1
      },
      [blobOf(image)]
    ),
  'an upload of a canvas': (image) =>
    composeCanvas(
      {
        kind: 'canvas',
        layers: [{ ...layer, imagePlace: place }],
        canvas,
        pixelSize: canvas,
        scale: 1,
        kept: [shape],
        coversByBox: false,
        clip: null
      },
      [blobOf(image)]
    ),
  'an upload to be compared': (image, sound) =>
    readSentCanvas({ upload: blobOf(image), mask: blobOf(sound), maskIsInverted: false }),
  'a mask to be compared': (image, sound) =>
    readSentCanvas({ upload: blobOf(sound), mask: blobOf(image), maskIsInverted: false })
} as const satisfies Record<string, (image: Uint8Array, sound: Uint8Array) => Promise<unknown>>

export type Way = keyof typeof ways

/** What became of an image: `ok`, or why it failed; and how many times the browser was asked to decode that image. */
export interface Worked {
  readonly end: string
  readonly decoded: number
}

const byBrowser = window.createImageBitmap.bind(window)

const decoding = {
  /** Lets the plugin come to an image in one of its ways. */
  async work(way: Way, image: string, sound: string): Promise<Worked> {
    const bytes = fromBase64(image)
    let decoded = 0
    Object.assign(window, {
      createImageBitmap: (file: Blob) => {
        decoded += file.size === bytes.length ? 1 : 0
        return byBrowser(file)
      }
    })
    const end = await ways[way](bytes, fromBase64(sound)).then(endOf, (error: unknown) => String(error))
    return { end, decoded }
  },

  /** The size to which an image is decoded, or why it is not. */
  sizeOf: (image: string): Promise<string> => sizeWith(byBrowser, image),

  /**
   * The same in a browser that makes a bitmap of this size of every image; with `closed` if the bitmap's memory was given
   * back.
   */
  async sizeOfLarger(image: string, width: number, height: number): Promise<string> {
    const bitmap = await byBrowser(new ImageData(width, height))
    const said = await sizeWith(() => Promise.resolve(bitmap), image)
    return bitmap.width === 0 ? `${said} (closed)` : said
  }
}

async function sizeWith(
  createImageBitmap: (file: Blob) => Promise<ImageBitmap>,
  image: string
): Promise<string> {
  Object.assign(window, { createImageBitmap })
  return decode(fromBase64(image)).then(
    ({ width, height }) => `${width} × ${height}`,
    (error: unknown) => String(error)
  )
}

function endOf(outcome: object): string {
  return 'failure' in outcome ? JSON.stringify(outcome.failure) : 'ok'
}

declare global {
  interface Window {
    decoding: typeof decoding
  }
}

window.decoding = decoding
