/** A layer of a row's page as a scene has it; ids are given when the scene is made, but where others refer to one. */
export interface Layer {
  readonly id?: string
  readonly type: string
  readonly name: string
  readonly children?: readonly Layer[]
  readonly [field: string]: unknown
}

/** Left, top, width and height in the space of the frame around, px. */
export type Box = readonly [x: number, y: number, width: number, height: number]

type Fields = Readonly<Record<string, unknown>>

/** A layer at a place of its frame. */
export function layer(type: string, name: string, [x, y, width, height]: Box, more: Fields = {}): Layer {
  return {
    type,
    name,
    size: { x: width, y: height },
    relativeTransform: [
      [1, 0, x],
      [0, 1, y]
    ],
    ...more
  }
}

/** A layer with others in it, bottom first. */
export function holding(around: Layer, children: readonly Layer[]): Layer {
  return { ...around, children }
}

/** The place of a layer whose top left corner is at (x, y), turned about it counter-clockwise, as the panel has it. */
export function turned(x: number, y: number, degrees: number): Fields {
  const angle = (degrees * Math.PI) / 180
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)]
  return placed([
    [cosine, sine, x],
    [-sine, cosine, y]
  ])
}

/** The place of a layer by its transform to the frame around. */
export function placed(relativeTransform: readonly (readonly [number, number, number])[]): Fields {
  return { relativeTransform }
}
