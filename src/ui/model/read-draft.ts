import { resolveInsets, sides, type InsetEntries } from '../../core/insets'
import type { FrameTarget } from '../../core/frame-target'
import { fail, succeed, type Outcome } from '../../core/outcome'
import { growsWhole } from '../../core/outline'
import { parseInset } from '../../core/parse-inset'
import type { Placement } from '../../core/placement'
import type { CanvasPlan, Plan } from '../../core/plan'
import { coversFrame, planFrame, type FrameObstacle } from '../../core/plan-frame'
import { planSides, type InsetsObstacle } from '../../core/plan-sides'
import type { Obstacle, SidesTarget, SubjectContent } from '../../core/target'
import type { AppState, Mode } from './app-state'

/** What the window is about to do, as far as it can be done: derived from the state whenever it is looked at. */
export type Draft =
  | { readonly kind: 'looking' }
  | { readonly kind: 'obstacle'; readonly mode: Mode; readonly obstacle: Obstacle }
  | {
      readonly kind: 'sides'
      readonly target: SidesTarget
      readonly content: SubjectContent
      readonly plan: Outcome<SidesDraft, InsetsObstacle>
    }
  | {
      readonly kind: 'frame'
      readonly target: FrameTarget
      readonly subjectIds: readonly string[]
      readonly plan: Outcome<CanvasPlan, FrameObstacle>
    }

/** A plan of the sides mode with where its result goes. */
export interface SidesDraft {
  readonly plan: Plan
  readonly placement: Placement & { readonly kind: 'grow' | 'behind' }
}

/** Computes what the state amounts to. */
export function readDraft(state: AppState): Draft {
  const { selection } = state
  if (selection === null) {
    return { kind: 'looking' }
  }
  const mode = modeOf(state)
  const found = selection[mode]
  if (found.kind === 'obstacle') {
    return { kind: 'obstacle', mode, obstacle: found.obstacle }
  }
  if (mode === 'sides' && selection.sides.kind === 'target') {
    const { target } = selection.sides
    const content = contentOf(target, state)
    return { kind: 'sides', target, content, plan: readSides(target, content, state.insetTexts) }
  }
  if (selection.frame.kind === 'target') {
    const { target } = selection.frame
    const subjectIds = state.chosenSubjects ?? target.subjectIds
    return { kind: 'frame', target, subjectIds, plan: planFrame(target, subjectIds) }
  }
  return { kind: 'looking' }
}

/** The user's choice; else filling the frame where there is something to fill, as after dragging a frame larger. */
export function modeOf({ chosenMode, selection }: AppState): Mode {
  if (chosenMode !== null || selection === null) {
    return chosenMode ?? 'sides'
  }
  const { frame } = selection
  const canFill = frame.kind === 'target' && !coversFrame(frame.target) && planFrame(frame.target).ok
  return canFill ? 'frame' : 'sides'
}

/** The user's choice of what is sent, where there is that choice; else what was found to be the best. */
function contentOf({ contents }: SidesTarget, { chosenContent }: AppState): SubjectContent {
  return contents.find(({ kind }) => kind === chosenContent) ?? contents[0]
}

function readSides(
  target: SidesTarget,
  { kind, layers, nativeScale }: SubjectContent,
  texts: AppState['insetTexts']
): Outcome<SidesDraft, InsetsObstacle> {
  const none = { amount: 0, unit: 'px' } as const
  let entries: InsetEntries = { top: none, right: none, bottom: none, left: none }
  for (const side of sides) {
    const entry = parseInset(texts[side])
    if (entry === null) {
      return fail({ kind: 'not-a-number', side })
    }
    entries = { ...entries, [side]: entry }
  }
  const insets = resolveInsets(entries, target)
  const { nodeId, width, height, outline } = target
  const placing = growsWhole(outline, target, insets) ? target.placing : 'behind'
  const plan = planSides({ width, height, layers, nativeScale }, insets)
  if (!plan.ok) {
    return plan
  }
  const place = { nodeId, subject: { width, height }, insets }
  return succeed({
    plan: plan.value,
    placement:
      placing === 'behind'
        ? { kind: 'behind', ...place }
        : { kind: 'grow', ...place, above: kind === 'background' ? 'images' : 'everything' }
  })
}
