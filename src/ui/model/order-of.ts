import type { AppState } from './app-state'
import type { Order } from '../../core/order'
import { readDraft } from './read-draft'

/** The order that pressing Expand gives in this state; null where nothing can be expanded. */
export function orderOf(state: AppState): Order | null {
  const draft = readDraft(state)
  const common = {
    prompt: state.prompt.trim(),
    maskIsInverted: state.settings.maskIsInverted,
    matchSeam: state.settings.matchSeam
  }
  if (draft.kind === 'sides' && draft.plan.ok) {
    return { name: draft.target.name, ...draft.plan.value, ...common }
  }
  if (draft.kind === 'frame' && draft.plan.ok) {
    const { nodeId, name, width, height } = draft.target
    return {
      name,
      plan: draft.plan.value,
      placement: { kind: 'fill', nodeId, frame: { width, height } },
      ...common
    }
  }
  return null
}

/** Orders are plain data, with the same fields in the same order. */
export function isSameOrder(one: Order, other: Order | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
