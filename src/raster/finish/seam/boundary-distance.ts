import type { Size } from '../../../core/geometry/size'

/** Steps of the chamfer distance (Borgefors 1986): 3 to a neighbour, 4 to a diagonal one, in thirds of a pixel. */
const straight = 1

const diagonal = 4 / 3

/**
 * Computes how far each pixel's centre lies from the boundary, px: ½ right at it. `side` is 1 inside, 0 outside; other values are
 * off the canvas and make no boundary.
 */
export function boundaryDistance(side: Uint8Array, { width, height }: Size): Float32Array {
  // With a border of one pixel, so that each has all its neighbours.
  const pitch = width + 2
  const distance = new Float32Array(pitch * (height + 2)).fill(Infinity)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x
      // Sides of a boundary are 0 and 1: only their sum is 1, of all pairs of 0, 1 and 2.
      const own = side[at] ?? 2
      const right = x < width - 1 ? (side[at + 1] ?? 2) : 2
      const below = side[at + width] ?? 2
      const to = (y + 1) * pitch + x + 1
      if (own + right === 1) distance[to] = distance[to + 1] = 0.5
      if (own + below === 1) distance[to] = distance[to + pitch] = 0.5
    }
  }
  for (let y = 1; y <= height; y++) {
    for (let at = y * pitch + 1; at <= y * pitch + width; at++) {
      distance[at] = Math.min(
        distance[at] ?? 0,
        (distance[at - 1] ?? 0) + straight,
        (distance[at - pitch] ?? 0) + straight,
        (distance[at - pitch - 1] ?? 0) + diagonal,
        (distance[at - pitch + 1] ?? 0) + diagonal
      )
    }
  }
  for (let y = height; y >= 1; y--) {
    for (let at = y * pitch + width; at > y * pitch; at--) {
      distance[at] = Math.min(
        distance[at] ?? 0,
        (distance[at + 1] ?? 0) + straight,
        (distance[at + pitch] ?? 0) + straight,
        (distance[at + pitch + 1] ?? 0) + diagonal,
        (distance[at + pitch - 1] ?? 0) + diagonal
      )
    }
  }
  const inside = new Float32Array(width * height)
  for (let y = 0; y < height; y++) {
    const from = (y + 1) * pitch + 1
    inside.set(distance.subarray(from, from + width), y * width)
  }
  return inside
}
