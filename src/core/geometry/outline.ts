import { growBy, type Insets } from './insets'
import type { Size } from './size'

/** The outline of a layer within its box: all of the box, or points around it in the box's unit square. Plain data. */
export type Outline =
  { readonly kind: 'box' } | { readonly kind: 'points'; readonly points: readonly OutlinePoint[] }

type OutlinePoint = readonly [across: number, down: number]

/** Points of an ellipse: enough that the error between two of them cannot be seen. */
const ellipsePoints = 64

/** Points tested along each edge of an outline, since a concave corner can cut an edge too. */
const stepsAlongEdge = 8

/** A point closer to the outline than this, in unit squares, counts as inside. */
const tolerance = 1e-3

/** Returns the outline of an ellipse over the whole box. */
export function ellipseOutline(): Outline {
  return { kind: 'points', points: around(ellipsePoints, () => 1) }
}

/** Returns the outline of a regular polygon as Figma draws it: corners on the box's ellipse, the first at the top. */
export function polygonOutline(corners: number): Outline {
  return { kind: 'points', points: around(corners, () => 1) }
}

/** Returns the outline of a star: tips on the box's ellipse, between them points on one `innerRadius` times as large. */
export function starOutline(tips: number, innerRadius: number): Outline {
  return { kind: 'points', points: around(2 * tips, (index) => (index % 2 === 0 ? 1 : innerRadius)) }
}

function around(count: number, radius: (index: number) => number): readonly OutlinePoint[] {
  return Array.from({ length: count }, (_, index) => {
    const angle = (index / count) * 2 * Math.PI - Math.PI / 2
    return [0.5 + (radius(index) / 2) * Math.cos(angle), 0.5 + (radius(index) / 2) * Math.sin(angle)]
  })
}

/** Tells whether a layer still shows everything after its box and outline grow by the insets. */
export function growsWhole(outline: Outline, subject: Size, insets: Insets): boolean {
  if (outline.kind === 'box') {
    return true
  }
  const canvas = growBy(subject, insets)
  return alongEdges(outline.points).every(([across, down]) =>
    isInside(outline.points, [
      (across * subject.width + insets.left) / canvas.width,
      (down * subject.height + insets.top) / canvas.height
    ])
  )
}

function alongEdges(points: readonly OutlinePoint[]): readonly OutlinePoint[] {
  return points.flatMap((from, index) => {
    const to = points[(index + 1) % points.length] ?? from
    return Array.from({ length: stepsAlongEdge }, (_, step): OutlinePoint => {
      const share = step / stepsAlongEdge
      return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]
    })
  })
}

/** Tests a point by the even-odd rule; tests it slightly nearer to the center too, so that points on the outline count. */
function isInside(points: readonly OutlinePoint[], [across, down]: OutlinePoint): boolean {
  const nearer = 1 - 2 * tolerance
  return (
    isStrictlyInside(points, [across, down]) ||
    isStrictlyInside(points, [0.5 + (across - 0.5) * nearer, 0.5 + (down - 0.5) * nearer])
  )
}

function isStrictlyInside(points: readonly OutlinePoint[], [across, down]: OutlinePoint): boolean {
  let inside = false
  points.forEach(([x, y], index) => {
    const [u, v] = points[(index + 1) % points.length] ?? [x, y]
    if (y > down !== v > down && across < x + ((down - y) / (v - y)) * (u - x)) {
      inside = !inside
    }
  })
  return inside
}
