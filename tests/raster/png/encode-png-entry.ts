import { type ReadableCanvas, readableCanvas } from '../../../src/raster/canvas/readable-canvas'
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

declare global {
  interface Window {
    alphaOfPng: typeof alphaOfPng
  }
}

window.alphaOfPng = alphaOfPng
