import type { Row } from '../../playground/testing/gallery'
import type { Expansion } from '../../src/core/expansion/expansion'
import type { Insets } from '../../src/core/geometry/insets'
import type { LayerPlan } from '../../src/core/plan/plan'
import { describeSelection } from '../../src/main/calls/describe-selection'
import { expansionDrafts } from '../../src/ui/draft/expansion-drafts'
import { readDraft } from '../../src/ui/draft/read-draft'
import { type AppState, initialState } from '../../src/ui/state/app-state'
import { english } from '../../src/ui/words/english'
import { say } from '../../src/ui/words/say'

/** An order for a layer of the document. */
export type LayerOrder = Expansion & { readonly plan: LayerPlan }

/** What the window makes of a row: what pressing Expand orders, or the words with which it says why not. */
export type RowOrder =
  | { readonly kind: 'order'; readonly order: LayerOrder }
  | { readonly kind: 'refusal'; readonly words: string }

/** Describes what is selected, types the row's insets in the sides mode, and chooses what the row chooses. */
export async function orderRow({ insets, content }: Row): Promise<RowOrder> {
  const state: AppState = {
    ...initialState,
    selection: await describeSelection(),
    chosenMode: 'sides',
    chosenContent: content ?? null,
    insetTexts: typed(insets)
  }
  const [wish] = expansionDrafts(state)
  if (wish === undefined) {
    return { kind: 'refusal', words: refusalOf(state) }
  }
  const { plan } = wish
  if (plan.kind === 'link') {
    throw new Error('nothing is selected')
  }
  return { kind: 'order', order: { ...wish, plan, runId: 'run', seed: 1 } }
}

function typed({ top, right, bottom, left }: Insets): AppState['insetTexts'] {
  return { top: String(top), right: String(right), bottom: String(bottom), left: String(left) }
}

function refusalOf(state: AppState): string {
  const draft = readDraft(state)
  if (draft.kind === 'obstacle') {
    const { title, sentence } = say(english.obstacles, draft.obstacle)
    return `${title}\n${sentence}`
  }
  if (draft.kind === 'sides' && !draft.plan.ok) {
    return say(english.insetsObstacles, draft.plan.failure)
  }
  throw new Error(`nothing is refused: the draft is ${draft.kind}`)
}
