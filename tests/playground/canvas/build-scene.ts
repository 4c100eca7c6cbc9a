import type { SceneFile } from '../../../playground/document/scene/rest'

export type Fields = Readonly<Record<string, unknown>>

/** A layer in the words of the REST answer, before it has an id. */
export interface SketchedLayer {
  readonly fields: Fields
  readonly children: readonly SketchedLayer[]
}

/** A layer at a place, in px; `fields` are the rest of what REST says of it. */
export function layer(
  type: string,
  [x, y, width, height]: readonly [number, number, number, number],
  fields: Fields = {},
  children: readonly SketchedLayer[] = []
): SketchedLayer {
  const place = {
    relativeTransform: [
      [1, 0, x],
      [0, 1, y]
    ],
    size: { x: width, y: height }
  }
  return { fields: { name: type.toLowerCase(), type, ...place, ...fields }, children }
}

/** A scene of one page with these layers, bottom first. */
export function sceneWith(...layers: readonly SketchedLayer[]): SceneFile {
  let count = 1
  const build = ({ fields, children }: SketchedLayer): SceneFile['document'] => {
    count += 1
    return { id: `1:${count}`, type: 'FRAME', ...fields, children: children.map(build) }
  }
  return {
    name: 'Test',
    document: {
      id: '0:0',
      type: 'DOCUMENT',
      children: [{ id: '0:1', type: 'CANVAS', children: layers.map(build) }]
    }
  }
}

/** A solid paint; channels from 0 to 255. */
export function solid(red: number, green: number, blue: number, more: Fields = {}): Fields {
  return { type: 'SOLID', color: { r: red / 255, g: green / 255, b: blue / 255, a: 1 }, ...more }
}

/** A place that is turned about its top left corner, degrees clockwise as seen. */
export function turned(degrees: number, x: number, y: number): Fields {
  const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  return {
    relativeTransform: [
      [c, -s, x],
      [s, c, y]
    ]
  }
}
