import fc from 'fast-check'

/** Fractions to a thousandth: with numbers next to 0 a document says nothing that a designer could have meant. */
export function fraction(min: number, max: number): fc.Arbitrary<number> {
  return fc.integer({ min: min * 1000, max: max * 1000 }).map((value) => value / 1000)
}

/** The length of a side, px. */
export const side = fc.oneof(fc.integer({ min: 1, max: 3000 }), fraction(1, 3000), fraction(1, 200))
const position = fc.oneof(fc.integer({ min: -3000, max: 3000 }), fraction(-3000, 3000))
const angle = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.constantFrom(90, 180, -90, 45, -30) },
  { weight: 2, arbitrary: fraction(-180, 180) }
)
/** By how much the second axis leans, degrees: a transform with unit axes may be skewed. */
const lean = fc.oneof({ weight: 7, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fraction(-50, 50) })

/** Any place with unit axes: turned, at times mirrored or skewed. */
export const place: fc.Arbitrary<Transform> = fc
  .tuple(angle, lean, fc.integer({ min: 0, max: 5 }), position, position)
  .map(([degrees, leaning, mirror, x, y]) => {
    const first = unitVector(degrees)
    const second = unitVector(degrees + 90 + leaning)
    const flip = mirror === 0 ? -1 : 1
    return [
      [first.x, second.x * flip + 0, x],
      [first.y, second.y * flip + 0, y]
    ]
  })

/** Sections cannot be turned. */
export const uprightPlace: fc.Arbitrary<Transform> = fc.tuple(position, position).map(([x, y]) => [
  [1, 0, x],
  [0, 1, y]
])

/** Exact for right angles, as a layer that was never turned is. */
function unitVector(degrees: number): Vector {
  const quarter = degrees / 90
  if (Number.isInteger(quarter)) {
    const turn = ((quarter % 4) + 4) % 4
    return { x: [1, 0, -1, 0][turn] ?? 0, y: [0, 1, 0, -1][turn] ?? 0 }
  }
  const radians = (degrees / 180) * Math.PI
  return { x: Math.cos(radians), y: Math.sin(radians) }
}
