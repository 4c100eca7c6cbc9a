import type { Size } from '../../core/size'

/** Steps of the chamfer distance (Borgefors 1986): 3 to a neighbour, 4 to a diagonal one, in thirds of a pixel. */
const straight = 1
const diagonal = 4 / 3

/**
 * Computes how far each pixel's centre lies from the rim, px: ½ right at it. `side` is 1 inside, 0 outside; other values are
 * off the canvas and make no rim.
 */
export function rimDistance(side: Uint8Array, { width, height }: Size): Float32Array {
  const distance = new Float32Array(width * height).fill(Infinity)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x
      const own = side[at] ?? 2
      const isAtRim = (other: number): boolean => own !== 2 && (side[other] ?? 2) === 1 - own
      if (
        (x > 0 && isAtRim(at - 1)) ||
        (x < width - 1 && isAtRim(at + 1)) ||
        (y > 0 && isAtRim(at - width)) ||
        (y < height - 1 && isAtRim(at + width))
      ) {
        distance[at] = 0.5
      }
    }
  }
  const relax = (at: number, other: number, step: number): void => {
    const reached = (distance[other] ?? Infinity) + step
    if (reached < (distance[at] ?? Infinity)) distance[at] = reached
  }
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x
      if (x > 0) relax(at, at - 1, straight)
      if (y > 0) {
        relax(at, at - width, straight)
        if (x > 0) relax(at, at - width - 1, diagonal)
        if (x < width - 1) relax(at, at - width + 1, diagonal)
      }
    }
  }
  for (let y = height - 1; y >= 0; y--) {
    for (let x = width - 1; x >= 0; x--) {
      const at = y * width + x
      if (x < width - 1) relax(at, at + 1, straight)
      if (y < height - 1) {
        relax(at, at + width, straight)
        if (x < width - 1) relax(at, at + width + 1, diagonal)
        if (x > 0) relax(at, at + width - 1, diagonal)
      }
    }
  }
  return distance
}
