import { decode, type Pixels } from '../playground/canvas/pixels'

/** A part of an image, px. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Mean and greatest difference of a channel between two images of one size, levels of 255; both 0: the same pixels. */
export async function difference(
  one: Buffer,
  other: Buffer,
  box?: Box
): Promise<{ readonly mean: number; readonly max: number }> {
  const [a, b] = [await decode(one), await decode(other)]
  if (a.width !== b.width || a.height !== b.height) {
    throw new Error(`${a.width} × ${a.height} is compared with ${b.width} × ${b.height}`)
  }
  const { left, top, width, height } = box ?? { left: 0, top: 0, width: a.width, height: a.height }
  let sum = 0
  let max = 0
  for (let y = top; y < top + height; y += 1) {
    for (let x = left; x < left + width; x += 1) {
      const there = b.at(x, y)
      for (const [channel, level] of a.at(x, y).entries()) {
        const levels = Math.abs(level - (there[channel] ?? NaN))
        sum += levels
        max = Math.max(max, levels)
      }
    }
  }
  return { mean: sum / (width * height * 4), max }
}

/** How many levels lighter (negative: darker) than another image an image is, over the pixels that `isMeant` chooses. */
export function meanOffset(image: Pixels, other: Pixels, isMeant: (x: number, y: number) => boolean): number {
  let sum = 0
  let count = 0
  for (let y = 0; y < image.height; y += 1) {
    for (let x = 0; x < image.width; x += 1) {
      if (!isMeant(x, y)) continue
      const [red, green, blue] = image.at(x, y)
      const [otherRed, otherGreen, otherBlue] = other.at(x, y)
      sum += red - otherRed + green - otherGreen + blue - otherBlue
      count += 3
    }
  }
  return sum / count
}

/** How far the red of a row is from a level at most, in the columns from `from` to before `to`. */
export function farthest(image: Pixels, row: number, from: number, to: number, level: number): number {
  const columns = Array.from({ length: to - from }, (_, index) => from + index)
  return Math.max(...columns.map((x) => Math.abs(image.at(x, row)[0] - level)))
}

/** How many pixels are fully transparent. */
export function countClear({ data }: Pixels): number {
  return data.filter((level, index) => index % 4 === 3 && level === 0).length
}
