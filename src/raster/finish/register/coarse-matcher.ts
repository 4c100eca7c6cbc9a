import type { Size } from '../../../core/geometry/size'
import { type GreyImage, greySource } from './grey-image'
import { samplePatch } from './sample-patch'

/** A place on the coarse grid (image px = `scale` · template px + offset) and its likeness, −1 to 1. */
export interface CoarseRegistration {
  readonly scale: number
  readonly x0: number
  readonly y0: number
  readonly score: number
}

/** Most gradients that are compared, the strongest first. */
const mostCells = 700

/** Fewest cells with a gradient for a search. */
const fewestCells = 12

/** Weaker gradients are noise, levels a cell. */
const leastGradient = 1.2

/** Offsets that are tried beyond those at which one image contains the other, cells. */
const slack = 4

/** Directed gradients, scaled to the square root of their strength: one strong edge does not outweigh all others. */
interface Gradients extends Size {
  readonly x: Float32Array
  readonly y: Float32Array
}

/** Returns the search for the known part of a template in an image; null if the known part is flat. */
export function coarseMatcher(
  template: GreyImage,
  known: Uint8Array,
  image: GreyImage
): ((scale: number, around?: { readonly x0: number; readonly y0: number }) => CoarseRegistration) | null {
  const cells = strongCells(template, known)
  if (cells.at.length < fewestCells) {
    return null
  }
  const source = greySource(image)

  /** Tries all offsets at a scale, or those within `slack` cells of `around` (image px). */
  return (scale, around) => {
    const size = {
      width: Math.max(1, Math.round(image.width / scale)),
      height: Math.max(1, Math.round(image.height / scale))
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

function strongCells(template: GreyImage, known: Uint8Array): Cells {
  const { width, height } = template
  const gradients = gradientsOf(template)
  const strong: { at: number; strength: number }[] = []
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x
      const isInside =
        known[at] === 1 &&
        known[at - 1] === 1 &&
        known[at + 1] === 1 &&
        known[at - width] === 1 &&
        known[at + width] === 1
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

/** Computes the normalised correlation of the gradients; cells outside the image contribute 0. */
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
