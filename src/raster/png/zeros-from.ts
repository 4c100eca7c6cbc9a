/** Counts the zeros that follow each other from one place on, up to `most`. */
export function zerosFrom(bytes: Uint8Array, from: number, most: number): number {
  const end = Math.min(bytes.length, from + most)
  let to = from
  while (to < end && bytes[to] === 0) to++
  return to - from
}
