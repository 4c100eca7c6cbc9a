import type { VectorOutline } from './node'

/** How many numbers each command of SVG path data takes, and which of x (0), y (1) or neither (null) each scales with. */
const scaledBy: Readonly<Record<string, readonly (0 | 1 | null)[]>> = {
  M: [0, 1],
  L: [0, 1],
  H: [0],
  V: [1],
  C: [0, 1, 0, 1, 0, 1],
  S: [0, 1, 0, 1],
  Q: [0, 1, 0, 1],
  T: [0, 1],
  A: [0, 1, null, null, null, 0, 1],
  Z: []
}

/** Scales SVG path data about the origin. Arcs are scaled as if their ellipse were not turned. */
export function scalePathData(data: string, scaleX: number, scaleY: number): string {
  const scales = [scaleX, scaleY]
  const parts: string[] = []
  for (const [, command, tail] of data.matchAll(/([a-zA-Z])([^a-zA-Z]*(?:[eE][-+]?\d[^a-zA-Z]*)*)/g)) {
    if (command === undefined || tail === undefined) {
      continue
    }
    const roles = scaledBy[command.toUpperCase()] ?? []
    const numbers = tail.match(/[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/g) ?? []
    const scaled = numbers.map((number, index) => {
      const role = roles[index % Math.max(1, roles.length)] ?? null
      return role === null ? number : String(Number(number) * (scales[role] ?? 1))
    })
    parts.push([command, ...scaled].join(' '))
  }
  return parts.join(' ')
}

/** Scales each of a node's outlines about the origin of its space. */
export function scaleOutlines(
  outlines: readonly VectorOutline[],
  scaleX: number,
  scaleY: number
): readonly VectorOutline[] {
  return outlines.map((outline) => ({ ...outline, data: scalePathData(outline.data, scaleX, scaleY) }))
}
