import type { Box } from './box'
import { makeCanvas } from './canvas'
import type { ReadableCanvas } from './readable-canvas'

/** Reads a box of a canvas. What it gives is the caller's until the next box is read. */
export type BoxReader = (box: Box) => Promise<ImageData>

/**
 * Makes a reader for a canvas in boxes of at most `mostPixels`: the levels of opaque pixels, and the alpha of all; beyond
 * the canvas it is 0. `getImageData` takes new memory for every box and divides each level by its alpha; a frame of a video
 * is copied as it is, in half the time, into memory that is used over and over. Which one it is makes no other difference.
 */
export async function boxReader(source: ReadableCanvas, mostPixels: number): Promise<BoxReader> {
  copiesFrames ??= triesFrames()
  return (await copiesFrames) ? frameReader(source, mostPixels) : plainReader(source)
}

/** The pixels of a box as one number each: red lowest, alpha highest, since every browser's processor has it so. */
export function wordsOf({ data }: ImageData): Uint32Array {
  return new Uint32Array(data.buffer, data.byteOffset, data.length / 4)
}

function plainReader({ context }: ReadableCanvas): BoxReader {
  return ({ left, top, width, height }) => Promise.resolve(context.getImageData(left, top, width, height))
}

function frameReader(source: ReadableCanvas, mostPixels: number): BoxReader {
  const { canvas } = source
  const memory = new ArrayBuffer(mostPixels * 4)
  const plain = plainReader(source)
  return async (box) => {
    const { left, top, width, height } = box
    if (left < 0 || top < 0 || left + width > canvas.width || top + height > canvas.height) {
      return plain(box)
    }
    const pixels = new Uint8ClampedArray(memory, 0, width * height * 4)
    try {
      await copyFrame(canvas, { x: left, y: top, width, height }, pixels)
    } catch {
      return plain(box)
    }
    return new ImageData(pixels, width, height)
  }
}

/** The frame is gone before anyone draws on the canvas again, which would have to be copied for it as a whole. */
async function copyFrame(
  canvas: OffscreenCanvas,
  rect: DOMRectInit,
  pixels: Uint8ClampedArray<ArrayBuffer>
): Promise<void> {
  const frame = new VideoFrame(canvas, { timestamp: 0 })
  try {
    await frame.copyTo(pixels, { rect, format: 'RGBA' })
  } finally {
    frame.close()
  }
}

let copiesFrames: Promise<boolean> | null = null

/**
 * Tried, not asked: some browsers have no frames, or no choice of their format, or keep other levels than canvases have, or
 * no alpha.
 */
async function triesFrames(): Promise<boolean> {
  const { canvas, context } = makeCanvas({ width: 3, height: 2 }, { willReadFrequently: true })
  context.fillStyle = 'rgb(200 100 50)'
  context.fillRect(0, 0, 2, 1)
  context.fillStyle = 'rgb(7 8 251)'
  context.fillRect(1, 1, 1, 1)
  context.fillStyle = 'rgb(90 160 30 / 40%)'
  context.fillRect(2, 1, 1, 1)
  const pixels = new Uint8ClampedArray(16)
  try {
    await copyFrame(canvas, { x: 1, y: 0, width: 2, height: 2 }, pixels)
  } catch {
    return false
  }
  const { data } = context.getImageData(1, 0, 2, 2)
  return pixels.every((level, at) => level === data[at] || (at % 4 < 3 && data[at | 3] !== 255))
}
