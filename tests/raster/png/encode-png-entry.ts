import { encodePng } from '../../../src/raster/canvas/encode'
import { type ReadableCanvas, readableCanvas } from '../../../src/raster/canvas/readable-canvas'
import type { Retouch } from '../../../src/raster/canvas/retouch'
import { encodeImage } from '../../../src/raster/png/encode-png'

const size = { width: 96, height: 64 }

/** Every alpha there is, with ever other levels: see-through on the left, opaque on the right. */
function drawn(): ReadableCanvas {
  const made = readableCanvas(size)
  const image = made.context.createImageData(size.width, size.height)
  for (let at = 0; at < image.data.length; at += 4) {
    const x = (at / 4) % size.width
    image.data.set([(at * 7) % 256, (at * 3) % 251, at % 256, x < 64 ? (at / 4) % 256 : 255], at)
  }
  made.context.putImageData(image, 0, 0)
  return made
}

/** The alpha of the first row of a see-through canvas, once it was encoded and decoded. */
async function alphaOfPng(): Promise<readonly number[]> {
  const bitmap = await createImageBitmap(new Blob([new Uint8Array(await encodeImage(drawn()))]))
  const back = readableCanvas(size)
  back.context.drawImage(bitmap, 0, 0)
  const { data } = back.context.getImageData(0, 0, size.width, 1)
  return Array.from(data).filter((_, at) => at % 4 === 3)
}

/** Large enough for a sample of it to tell who encodes it. */
const large = { width: 801, height: 603 }

/** Noise, of which our own writer makes less; or a pattern that repeats itself, of which the browser's does. */
function drawnLarge(kind: 'noise' | 'pattern'): ReadableCanvas {
  const made = readableCanvas(large, kind === 'noise')
  const image = made.context.createImageData(large.width, large.height)
  let state = 0x2545f491
  for (let at = 0; at < image.data.length; at += 4) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    const [x, y] = [(at / 4) % large.width, Math.floor(at / 4 / large.width)]
    const level = ((x * x + y * y) & 31) * 4
    const levels =
      kind === 'noise' ? [state & 15, (state >>> 4) & 15, (state >>> 8) & 15] : [level, level, level]
    image.data.set([...levels, 255], at)
  }
  made.context.putImageData(image, 0, 0)
  return made
}

/** Other levels in every place of the canvas. */
const retouch: Retouch = ({ data, width }, left, top) => {
  for (let at = 0; at < data.length; at += 4) {
    const [x, y] = [left + ((at / 4) % width), top + Math.floor(at / 4 / width)]
    data[at] = (data[at] ?? 0) + (x >> 3)
    data[at + 1] = (data[at + 1] ?? 0) + (y >> 3)
  }
}

/** Whether pixels that are retouched on the way are encoded as those that were retouched before; and by whom. */
async function retouched(
  kind: 'noise' | 'pattern'
): Promise<{ readonly isSame: boolean; readonly by: 'us' | 'browser' }> {
  const onTheWay = await encodeImage(drawnLarge(kind), retouch)
  const before = drawnLarge(kind)
  const image = before.context.getImageData(0, 0, large.width, large.height)
  retouch(image, 0, 0)
  before.context.putImageData(image, 0, 0)
  const browsers = await encodePng(before.canvas)
  const made = await encodeImage(before)
  return {
    isSame: String(onTheWay) === String(made),
    by: String(made) === String(browsers) ? 'browser' : 'us'
  }
}

const encoding = { alphaOfPng, retouched }

declare global {
  interface Window {
    encoding: typeof encoding
  }
}

window.encoding = encoding
