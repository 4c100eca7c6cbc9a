/**
 * Makes the function that takes mean and slope out of the values of some cells, in place: a smooth slope looks alike
 * wherever it is laid. By three directions at right angles to each other.
 */
export function planeRemover(cells: Int32Array, width: number): (values: Float64Array) => Float64Array {
  const directions: Float64Array[] = []
  const takeOut = (values: Float64Array): Float64Array => {
    for (const direction of directions) {
      let share = 0
      for (let at = 0; at < values.length; at++) share += (values[at] ?? 0) * (direction[at] ?? 0)
      for (let at = 0; at < values.length; at++) values[at] = (values[at] ?? 0) - share * (direction[at] ?? 0)
    }
    return values
  }
  const planes = [
    (): number => 1,
    (cell: number): number => (cell % width) - width / 2,
    (cell: number): number => Math.floor(cell / width) - width / 2
  ]
  for (const plane of planes) {
    const direction = new Float64Array(cells.length)
    for (let at = 0; at < cells.length; at++) direction[at] = plane(cells[at] ?? 0)
    takeOut(direction)
    const length = Math.sqrt(direction.reduce((sum, value) => sum + value * value, 0))
    if (length > 1e-6) directions.push(direction.map((value) => value / length))
  }
  return takeOut
}
