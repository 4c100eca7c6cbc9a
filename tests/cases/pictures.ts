import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import type { TypedInsets } from '../../playground/testing/demo'
import type { Size } from '../../src/core/geometry/size'
import { layer, sceneOf } from '../end-to-end/sample-scenes'
import type { Box } from './measures'

/** Most cases: an original of 320 × 200 that is expanded to 480 × 280, alone on the page or in a frame. */
export const canvas = { width: 480, height: 280 } as const
export const original = { left: 80, top: 40, width: 320, height: 200 } as const
export const insets: TypedInsets = { top: '40', right: '80', bottom: '40', left: '80' }

/** How far a pixel of the canvas lies within the original; −1 is the first one outside. */
export function depth(x: number, y: number): number {
  const { left, top, width, height } = original
  return Math.min(x - left, y - top, left + width - 1 - x, top + height - 1 - y)
}

const imagePaint = { type: 'IMAGE', scaleMode: 'FILL', imageRef: 'photo' }

/** A document with the picture on the page, its top left corner at the page's origin. */
export function onPage(
  photo: Buffer,
  { width, height }: Size = original,
  paintsBeneath: readonly object[] = []
): ReturnType<typeof sceneOf> {
  const fills = [...paintsBeneath, imagePaint]
  return sceneOf([layer('RECTANGLE', '1:2', 'Picture', [0, 0, width, height], { fills })], { photo })
}

/** A document with the picture in a frame that is to be filled. */
export function inFrame(photo: Buffer, frame: Size = canvas, at: Box = original): ReturnType<typeof sceneOf> {
  const { left, top, width, height } = at
  const picture = layer('RECTANGLE', '1:2', 'Picture', [left, top, width, height], { fills: [imagePaint] })
  const around = [0, 0, frame.width, frame.height] as const
  return sceneOf(
    [layer('FRAME', '1:1', 'Canvas', around, { fills: [], clipsContent: true, children: [picture] })],
    { photo }
  )
}

/** A file of `files`. */
export function file(name: string): Promise<Buffer> {
  return readFile(new URL(`files/${name}`, import.meta.url))
}

type Levels = readonly [red: number, green: number, blue: number]

/** An opaque PNG of the canvas's size whose pixels are what `levelsAt` says. */
export function drawCanvas(levelsAt: (x: number, y: number) => Levels): Promise<Buffer> {
  const { width, height } = canvas
  const data = new Uint8ClampedArray(width * height * 3)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      data.set(levelsAt(x, y).map(Math.round), (y * width + x) * 3)
    }
  }
  return sharp(data, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer()
}

/** A PNG of one grey. */
export function flat(width: number, height: number, level: number): Promise<Buffer> {
  const background = { r: level, g: level, b: level }
  return sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer()
}
