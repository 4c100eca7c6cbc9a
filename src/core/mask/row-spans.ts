import type { RoundedBox } from '../geometry/rounded-box'

/** The part of a row that a shape covers, in real pixel coordinates. */
export interface Span {
  from: number
  to: number
}

/**
 * Returns the function that finds where a shape covers the horizontal line at `y` (px). It writes into `span`, one object for
 * all rows, and returns whether the shape covers anything.
 *
 * The line is followed in the shape's own units, in which the shape is an upright box:
 *
 *       u →          The line enters the box at one point and leaves it at another. Where one of the two lies
 *     v ╭──────╮     in a corner's square, the corner's circle takes the place of the box's edge; a line that
 *     ↓ │   ╱  │     meets the square and not the circle only cuts the corner off and covers nothing.
 *       ╰─╱────╯
 */
export function createRowSpan(shape: RoundedBox): (y: number, span: Span) => boolean {
  const { width, height } = shape
  const [[a, b, tx], [c, d, ty]] = shape.place
  const determinant = a * d - b * c
  if (determinant === 0 || !Number.isFinite(determinant)) {
    return () => false
  }
  // Along the line, u = u0(y) + stepU · x and v = v0(y) + stepV · x.
  const stepU = d / determinant
  const stepV = -c / determinant
  const corners = findCorners(shape)

  return (y, span) => {
    const u0 = -stepU * tx - (b / determinant) * (y - ty)
    const v0 = -stepV * tx + (a / determinant) * (y - ty)
    let from = -Infinity
    let to = Infinity
    if (stepU === 0) {
      if (u0 < 0 || u0 > width) return false
    } else {
      const first = -u0 / stepU
      const second = (width - u0) / stepU
      from = Math.min(first, second)
      to = Math.max(first, second)
    }
    if (stepV === 0) {
      if (v0 < 0 || v0 > height) return false
    } else {
      const first = -v0 / stepV
      const second = (height - v0) / stepV
      from = Math.max(from, Math.min(first, second))
      to = Math.min(to, Math.max(first, second))
    }
    if (!(from < to)) return false

    const boxFrom = from
    const boxTo = to
    for (const corner of corners) {
      const cutsEntry = corner.holds(u0 + stepU * boxFrom, v0 + stepV * boxFrom)
      const cutsExit = corner.holds(u0 + stepU * boxTo, v0 + stepV * boxTo)
      if (cutsEntry || cutsExit) {
        const offU = u0 - corner.centreU
        const offV = v0 - corner.centreV
        const squared = stepU * stepU + stepV * stepV
        const half = (offU * stepU + offV * stepV) / squared
        const discriminant =
          half * half - (offU * offU + offV * offV - corner.radius * corner.radius) / squared
        if (discriminant <= 0 && cutsEntry && cutsExit) return false
        // A line that is in the square at one end only meets the circle, up to rounding.
        const reach = Math.sqrt(Math.max(0, discriminant))
        if (cutsEntry) from = Math.max(from, -half - reach)
        if (cutsExit) to = Math.min(to, -half + reach)
      }
    }
    span.from = from
    span.to = to
    return from < to
  }
}

interface Corner {
  readonly centreU: number
  readonly centreV: number
  readonly radius: number
  /** Tells whether a point of the box lies in this corner's square. */
  readonly holds: (u: number, v: number) => boolean
}

/** Finds the rounded corners. Radii that do not fit are scaled down together, as in CSS and Figma. */
function findCorners({ width, height, radii }: RoundedBox): readonly Corner[] {
  const [topLeft, topRight, bottomRight, bottomLeft] = radii
  const fit = Math.min(
    1,
    width / Math.max(topLeft + topRight, 1e-9),
    width / Math.max(bottomLeft + bottomRight, 1e-9),
    height / Math.max(topLeft + bottomLeft, 1e-9),
    height / Math.max(topRight + bottomRight, 1e-9)
  )
  const corner = (size: number, isRight: boolean, isBottom: boolean): Corner => {
    const radius = size * fit
    const centreU = isRight ? width - radius : radius
    const centreV = isBottom ? height - radius : radius
    return {
      centreU,
      centreV,
      radius,
      holds: (u, v) => (isRight ? u > centreU : u < centreU) && (isBottom ? v > centreV : v < centreV)
    }
  }
  return [
    corner(topLeft, false, false),
    corner(topRight, true, false),
    corner(bottomRight, true, true),
    corner(bottomLeft, false, true)
  ].filter(({ radius }) => radius > 0)
}
