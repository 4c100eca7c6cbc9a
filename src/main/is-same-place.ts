/** Two places or sizes that differ by less are the same, document units. */
export const placeTolerance = 0.01

/** Tells whether two transforms take a layer to the same place, turned the same way. */
export function isSamePlace(one: Transform, other: Transform): boolean {
  return one.every((row, at) => row.every((value, column) => isNear(value, other[at]?.[column])))
}

function isNear(value: number, other: number | undefined): boolean {
  return other !== undefined && Math.abs(value - other) < placeTolerance
}
