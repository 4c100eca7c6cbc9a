import { expect } from 'vitest'
import type { Place } from '../../playground/testing/editor'
import { expectSamePoints } from './expect-same-points'
import { placeOf, type RowChange } from './row-state'
import { type FlatNode, nodeOf, nodesOf } from './scene-nodes'

/** An image that is laid on its layer edge to edge and hides what is beneath. */
export const wholeImage = {
  ...{ type: 'IMAGE', visible: true, opacity: 1, blendMode: 'NORMAL', scaleMode: 'STRETCH' },
  imageTransform: [
    [1, 0, 0],
    [0, 1, 0]
  ]
}

/** The new image is above the topmost image that was seen (on top where everything was sent), and no paint is lost. */
export function expectGrownPaints({ before, after, targetId, row }: RowChange): void {
  const [paints, now] = [before, after].map(({ scene }) => paintsOf(nodeOf(nodesOf(scene), targetId)))
  if (paints === undefined || now === undefined) throw new Error('there are no paints')
  const seen = paints.map(({ type, visible, opacity }) => type === 'IMAGE' && visible && opacity > 0)
  const topmost = seen.lastIndexOf(true)
  const index = row.content === 'everything' || topmost === -1 ? paints.length : topmost + 1
  expect(now).toHaveLength(paints.length + 1)
  expect(now[index]).toMatchObject(wholeImage)
  const kept = now.filter((_paint, at) => at !== index)
  expect(kept.slice(0, index)).toEqual(paints.slice(0, index))
  expect(kept.slice(index).map(withoutHandles)).toEqual(paints.slice(index).map(withoutHandles))
  const [was, is] = [placeOf(before, targetId), placeOf(after, targetId)]
  paints.slice(index).forEach((paint, at) => {
    expectSamePoints(handlesOnPage(kept[index + at] ?? paint, is), handlesOnPage(paint, was))
  })
}

interface ScenePaint {
  readonly type: string
  readonly visible: boolean
  readonly opacity: number
  readonly gradientHandlePositions?: readonly Vector[]
}

function paintsOf({ fields }: FlatNode): readonly ScenePaint[] {
  return fields['fills'] as readonly ScenePaint[]
}

/** A gradient above the image is stretched so that it stays where it is seen: its handles are elsewhere in the larger box. */
function withoutHandles(paint: ScenePaint): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(paint).filter(([name]) => !name.startsWith('gradientH') && !name.startsWith('gradientT'))
  )
}

function handlesOnPage(
  { gradientHandlePositions: handles = [] }: ScenePaint,
  { transform: [[a, c, e], [b, d, f]], width, height }: Place
): readonly Vector[] {
  return handles.map(({ x, y }) => ({
    x: a * x * width + c * y * height + e,
    y: b * x * width + d * y * height + f
  }))
}
