import type { ExpansionDraft } from '../../core/expansion/expansion-draft'
import { readTuning } from '../../core/expansion/tuning'
import { isUnderWay } from '../expansion/run'
import { type AppState, requestSettingsOf } from '../state/app-state'
import { type Draft, readDraft, type TargetDraft } from './read-draft'

/** Computes the drafts of a press on Expand: one for each target that can be expanded. */
export function expansionDrafts(state: AppState): readonly ExpansionDraft[] {
  const draft = readDraft(state)
  const targets = draft.kind === 'link' ? [draft] : targetsOf(draft)
  return targets.flatMap((target) => draftOf(target, state) ?? [])
}

/** Computes the drafts whose layers have no expansion in progress, so that a double press pays once. */
export function freeDrafts(state: AppState): readonly ExpansionDraft[] {
  const busy = new Set(state.runs.filter(isUnderWay).map(({ expansion: order }) => subjectOf(order)))
  return expansionDrafts(state).filter((each) => !busy.has(subjectOf(each)))
}

/** Returns the subject of an expansion: a layer's id, or a link. */
export function subjectOf({ plan, placement }: ExpansionDraft): string {
  return placement.kind === 'view' ? (plan.kind === 'link' ? plan.url : placement.name) : placement.nodeId
}

function targetsOf(draft: Draft): readonly TargetDraft[] {
  switch (draft.kind) {
    case 'looking':
    case 'link':
      return []
    case 'several':
      return draft.drafts.map((named) => named.draft)
    default:
      return [draft]
  }
}

function draftOf(draft: TargetDraft | (Draft & { kind: 'link' }), state: AppState): ExpansionDraft | null {
  const { prompt, settings, tuningTexts } = state
  const read = readTuning(tuningTexts)
  if (!read.ok) {
    return null
  }
  const common = {
    prompt: prompt.trim(),
    tuning: read.value.tuning,
    isSingleRequest: settings.isSingleRequest,
    ...requestSettingsOf(state)
  }
  if (draft.kind === 'link' && draft.plan.ok) {
    const { name } = draft.plan.value
    return { ...draft.plan.value, placement: { kind: 'view', name }, ...common }
  }
  if (draft.kind === 'sides' && draft.plan.ok) {
    return { name: draft.target.name, growth: draft.growth, ...draft.plan.value, ...common }
  }
  if (draft.kind === 'frame' && draft.plan.ok) {
    const { nodeId, origin, name, width, height } = draft.target
    return {
      name,
      growth: null,
      plan: draft.plan.value,
      placement: { kind: 'fill', nodeId, origin, frame: { width, height } },
      ...common
    }
  }
  return null
}
