import type { ExpansionDraft } from '../../../src/core/expansion/expansion-draft'
import type { LayerPlacement } from '../../../src/core/expansion/placement'
import { noTuning } from '../../../src/core/expansion/tuning'
import type { Insets } from '../../../src/core/geometry/insets'
import type { LayerPlan } from '../../../src/core/plan/plan'
import { planSides, type SidesSubject } from '../../../src/core/plan/plan-sides'

/** A wish for a layer of the document. */
type LayerWish = ExpansionDraft & { readonly plan: LayerPlan; readonly placement: LayerPlacement }

const subject: SidesSubject = {
  layers: [
    {
      source: { nodeId: '1:2', content: 'backdrop' },
      imagePlace: [
        [300, 0, 0],
        [0, 100, 0]
      ]
    }
  ],
  nativeScale: 2,
  width: 300,
  height: 100
}

export const sampleInsets: Insets = { top: 10, right: 90, bottom: 10, left: 30 }

/** A wish for a banner of 300 × 100 to grow by the insets. */
export function wishFor(insets: Insets, nodeId = '1:2'): LayerWish {
  const plan = planSides(subject, insets)
  if (!plan.ok) {
    throw new Error(plan.failure.kind)
  }
  return {
    name: 'Banner',
    growth: { kind: 'sides', texts: { top: '10', right: '90', bottom: '10', left: '30' } },
    plan: plan.value,
    placement: {
      kind: 'grow',
      nodeId,
      origin: {
        pageId: '0:1',
        place: [
          [1, 0, 0],
          [0, 1, 0]
        ]
      },
      subject: { width: 300, height: 100 },
      insets,
      above: 'images'
    },
    prompt: 'a beach',
    tuning: noTuning,
    isSingleRequest: false,
    maskIsInverted: false,
    matchSeam: true
  }
}

/** One that is sent with ratios, and one that is sent with a mask. */
export const sidesWish = wishFor(sampleInsets)
export const canvasWish = wishFor({ ...sampleInsets, top: 0 })
