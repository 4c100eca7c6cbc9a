import type { Size } from '../../../core/geometry/size'
import { type GreyImage, greySource } from './grey-image'
import { samplePatch } from './sample-patch'

/** A place on the coarse grid: picture px = `scale` · template px + offset, and how alike the two are there, −1 to 1. */
export interface CoarseRegistration {
  readonly scale: number
  readonly x0: number
  readonly y0: number
  readonly score: number
}

/** The strongest gradients that are compared: enough to tell places apart. */
const mostCells = 700

/** Fewer cells with a gradient than this tell nothing. */
const fewestCells = 12

/** A gradient under this many levels a cell is noise. */
const leastGradient = 1.2

/** Offsets that are tried past those at which one picture contains the other, cells. */
const slack = 4

/** Directed gradients, damped so that one strong edge does not outweigh everything else. */
interface Gradients extends Size {
  readonly x: Float32Array
  readonly y: Float32Array
}

/** Makes the search for the kept part of a template in a picture; null where the kept part is flat. */
export function coarseMatcher(
  template: GreyImage,
  kept: Uint8Array,
  picture: GreyImage
): ((scale: number, around?: { readonly x0: number; readonly y0: number }) => CoarseRegistration) | null {
  const cells = strongCells(template, kept)
  if (cells.at.length < fewestCells) {
    return null
  }
  const source = greySource(picture)

  /** All offsets at a scale; only those within `slack` cells of a place, where one is given (picture px). */
  return (scale, around) => {
    const size = {
      width: Math.max(1, Math.round(picture.width / scale)),
      height: Math.max(1, Math.round(picture.height / scale))
    }
    const data = samplePatch(source, 0, 0, scale, scale, size)
    const found = gradientsOf({ ...size, data })
    const range = (length: number, canvas: number, at: number | undefined): [number, number] =>
      at === undefined
        ? [Math.min(0, length - canvas) - slack, Math.max(0, length - canvas) + slack]
        : [Math.round(at / scale) - slack, Math.round(at / scale) + slack]
    const [left, right] = range(size.width, template.width, around?.x0)
    const [top, bottom] = range(size.height, template.height, around?.y0)
    let best: CoarseRegistration = { scale, x0: 0, y0: 0, score: -1 }
    for (let y = top; y <= bottom; y++) {
      for (let x = left; x <= right; x++) {
        const score = likeness(cells, found, x, y)
        if (score > best.score) {
          best = { scale, x0: x * scale, y0: y * scale, score }
        }
      }
    }
    return best
  }
}

interface Cells {
  readonly at: Int32Array
  readonly down: Int32Array
  readonly x: Float32Array
  readonly y: Float32Array
  readonly energy: number
}

function strongCells(template: GreyImage, kept: Uint8Array): Cells {
  const { width, height } = template
  const gradients = gradientsOf(template)
  const strong: { at: number; strength: number }[] = []
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x
      const isInside =
        kept[at] === 1 &&
        kept[at - 1] === 1 &&
        kept[at + 1] === 1 &&
        kept[at - width] === 1 &&
        kept[at + width] === 1
      const strength = Math.hypot(gradients.x[at] ?? 0, gradients.y[at] ?? 0)
      if (isInside && strength > 0) {
        strong.push({ at, strength })
      }
    }
  }
  strong.sort((one, other) => other.strength - one.strength)
  const chosen = strong.slice(0, mostCells)
  return {
    at: Int32Array.from(chosen, ({ at }) => at % width),
    down: Int32Array.from(chosen, ({ at }) => Math.floor(at / width)),
    x: Float32Array.from(chosen, ({ at }) => gradients.x[at] ?? 0),
    y: Float32Array.from(chosen, ({ at }) => gradients.y[at] ?? 0),
    energy: chosen.reduce((sum, { strength }) => sum + strength * strength, 0)
  }
}

function gradientsOf({ width, height, data }: GreyImage): Gradients {
  const x = new Float32Array(width * height)
  const y = new Float32Array(width * height)
  for (let row = 1; row < height - 1; row++) {
    for (let column = 1; column < width - 1; column++) {
      const at = row * width + column
      const gx = ((data[at + 1] ?? 0) - (data[at - 1] ?? 0)) / 2
      const gy = ((data[at + width] ?? 0) - (data[at - width] ?? 0)) / 2
      const strength = Math.sqrt(gx * gx + gy * gy)
      if (strength > leastGradient) {
        const damping = 1 / Math.sqrt(strength)
        x[at] = gx * damping
        y[at] = gy * damping
      }
    }
  }
  return { width, height, x, y }
}

/** Normalised correlation of the gradients; what falls outside the picture is found nowhere. */
function likeness(cells: Cells, found: Gradients, offsetX: number, offsetY: number): number {
  let product = 0
  let energy = 0
  for (let index = 0; index < cells.at.length; index++) {
    const x = (cells.at[index] ?? 0) + offsetX
    const y = (cells.down[index] ?? 0) + offsetY
    if (x >= 0 && y >= 0 && x < found.width && y < found.height) {
      const at = y * found.width + x
      const gx = found.x[at] ?? 0
      const gy = found.y[at] ?? 0
      product += (cells.x[index] ?? 0) * gx + (cells.y[index] ?? 0) * gy
      energy += gx * gx + gy * gy
    }
  }
  return energy === 0 ? 0 : product / Math.sqrt(energy * cells.energy)
}
