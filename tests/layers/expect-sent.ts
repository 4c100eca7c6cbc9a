import { expect } from 'vitest'
import { canvasCorners, ownPaints, type Row } from '../../playground/testing/gallery'
import { apply } from '../../src/core/geometry/affine'
import type { LayerPlan } from '../../src/core/plan/plan'
import { expectPaintsAlone } from './expect-paints-alone'
import type { ExportedLayer } from './exported-layer'
import type { OpenRow } from './open-row'
import type { LayerOrder } from './order-row'
import { resultSize } from './place-order'

/** What the service takes, px a side ("between 64 and 4096" in its reference); a fill holds no more either. */
const [shortest, longest] = [64, 4096]

/** What the row says is sent, at a size that the service takes, and each picture lies where its layer is seen. */
export function expectSent(opened: OpenRow, { plan }: LayerOrder, row: Row): void {
  const { figma, exported } = opened
  expect(
    plan.layers.map(({ source: { nodeId, content } }) =>
      content === 'backdrop' ? ownPaints : figma.document.get(nodeId)?.name
    )
  ).toEqual(row.sends ?? [ownPaints])
  expectSizes(plan)
  expect(exported).toHaveLength(plan.layers.length)
  exported.forEach((picture, index) => {
    expect(picture.scale).toBe(plan.scale)
    expectPicture(opened, plan, picture, index)
  })
}

function expectSizes(plan: LayerPlan): void {
  const sent =
    plan.kind === 'canvas'
      ? plan.pixelSize
      : { width: plan.subject.width * plan.scale, height: plan.subject.height * plan.scale }
  const result = resultSize(plan)
  expect(Math.min(sent.width, sent.height)).toBeGreaterThanOrEqual(shortest)
  expect(Math.max(sent.width, sent.height, result.width, result.height)).toBeLessThanOrEqual(longest)
}

function expectPicture(
  { figma: { document }, targetId, state }: OpenRow,
  plan: LayerPlan,
  picture: ExportedLayer,
  index: number
): void {
  const layer = plan.layers[index]
  const node = document.get(layer?.source.nodeId ?? '')
  const { [targetId]: target, [node?.id ?? '']: own } = state().places
  if (layer === undefined || node === null || target === undefined || own === undefined) {
    throw new Error('a layer is exported that is not there')
  }
  const isWhole = layer.source.content === 'everything'
  if (isWhole) {
    expect(picture.record.id).toBe(node.id)
  } else {
    expectPaintsAlone(picture, node)
  }
  const seen = isWhole ? boxCorners(picture.box) : canvasCorners(own)
  const { transform } = target
  // A canvas lies on whole pixels.
  const digits = plan.kind === 'canvas' ? 0 : 2
  boxCorners(unitSquare).forEach(({ x, y }, corner) => {
    const inLayer = toLayer(plan, apply(layer.imagePlace, x, y))
    const onPage = apply(transform, inLayer.x, inLayer.y)
    expect(onPage.x).toBeCloseTo(seen[corner]?.x ?? NaN, digits)
    expect(onPage.y).toBeCloseTo(seen[corner]?.y ?? NaN, digits)
  })
}

const unitSquare: Rect = { x: 0, y: 0, width: 1, height: 1 }

/** Clockwise from the top left. */
function boxCorners({ x, y, width, height }: Rect): readonly Vector[] {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height }
  ]
}

/** From the units of a plan's pictures to the layer's own. */
function toLayer(plan: LayerPlan, { x, y }: Vector): Vector {
  if (plan.kind === 'sides') {
    return { x, y }
  }
  const [kept] = plan.kept
  const { x: left, y: top } = kept === undefined ? { x: NaN, y: NaN } : apply(kept.place, 0, 0)
  return { x: (x - left) / plan.scale, y: (y - top) / plan.scale }
}
