import type { Size } from '../../core/geometry/size'

/** Positions or sizes that differ by less are equal, document units. */
const placeTolerance = 0.01

/** Tells whether two transforms are equal. */
export function isSameTransform(one: Transform, other: Transform): boolean {
  return one.every((row, at) => row.every((value, column) => isNear(value, other[at]?.[column])))
}

function isNear(value: number, other: number | undefined): boolean {
  return other !== undefined && Math.abs(value - other) < placeTolerance
}

/** Tells whether two sizes are equal. */
export function isSameSize(one: Size, other: Size): boolean {
  return isNear(one.width, other.width) && isNear(one.height, other.height)
}
