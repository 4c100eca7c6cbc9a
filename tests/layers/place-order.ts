import { recipeOf } from '../../src/core/expansion/recipe'
import type { Size } from '../../src/core/geometry/size'
import { buildMask } from '../../src/core/mask/build-mask'
import type { LayerPlan } from '../../src/core/plan/plan'
import { placeResult } from '../../src/main/calls/place-result'
import { startSession } from '../../src/main/placed/session'
import type { LayerOrder } from './order-row'

/** Places an image of nothing for an order, of the size that a finished one has; tells where the plugin put it. */
export async function placeOrder(order: LayerOrder): Promise<string> {
  const image = buildMask(resultSize(order.plan), { kept: [], clip: null }, false)
  const { placement, runId } = order
  const ref = { entryId: runId, index: 0, count: 1 }
  const made = { image, ref, claim: 'none' } as const
  const params = { ...made, placement, recipe: recipeOf(order, null), runId, variant: 1 }
  const placed = await placeResult(params, startSession())
  return placed.ok ? placed.value.where : placed.failure.kind
}

/** The size of an order's finished image, px. */
export function resultSize(plan: LayerPlan): Size {
  return plan.kind === 'canvas'
    ? plan.pixelSize
    : {
        width: Math.round(plan.canvas.width * plan.scale),
        height: Math.round(plan.canvas.height * plan.scale)
      }
}
