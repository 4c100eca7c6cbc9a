import { boxReader, wordsOf } from './box-reader'
import type { ReadableCanvas } from './readable-canvas'

/** Rows looked at in one go: keeps the copy of the pixels small whatever the canvas's size. */
const rowsAtOnce = 128

/** How much of a picture is opaque: all of it, all but some of its rim, or less. */
export type Opacity = 'whole' | 'but-for-rim' | 'see-through'

/** Tells how much of a canvas is fully opaque; its rim is `rim` pixels wide all around. Looks at each pixel once. */
export async function opacityOf(picture: ReadableCanvas, rim: number): Promise<Opacity> {
  const { width, height } = picture.canvas
  const read = await boxReader(picture, rowsAtOnce * width)
  let opacity: Opacity = 'whole'
  for (let top = 0; top < height; top += rowsAtOnce) {
    const rows = Math.min(rowsAtOnce, height - top)
    const words = wordsOf(await read({ left: 0, top, width, height: rows }))
    for (let at = 0; at < words.length; at++) {
      if ((words[at] ?? 0) < 0xff000000) {
        const x = at % width
        const y = top + Math.floor(at / width)
        if (Math.min(x, y, width - 1 - x, height - 1 - y) >= rim) {
          return 'see-through'
        }
        opacity = 'but-for-rim'
      }
    }
  }
  return opacity
}
