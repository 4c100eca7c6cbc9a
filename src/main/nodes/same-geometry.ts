import type { Size } from '../../core/geometry/size'

/** Two places or sizes that differ by less are the same, document units. */
const placeTolerance = 0.01

/** Tells whether two transforms take a layer to the same place, turned the same way. */
export function isSameTransform(one: Transform, other: Transform): boolean {
  return one.every((row, at) => row.every((value, column) => isNear(value, other[at]?.[column])))
}

function isNear(value: number, other: number | undefined): boolean {
  return other !== undefined && Math.abs(value - other) < placeTolerance
}

/** Tells whether two sizes are the same. */
export function isSameSize(one: Size, other: Size): boolean {
  return isNear(one.width, other.width) && isNear(one.height, other.height)
}
