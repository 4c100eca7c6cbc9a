import { growBy, type Insets } from '../../core/geometry/insets'
import { ratioNameOf } from '../../core/geometry/ratios'
import { keepsShape } from '../../core/growth/even-growth'
import { type Anchor, type AnchorPoint, insetsOf } from '../../core/growth/growth'
import type { AppState } from '../state/app-state'
import { readDraft } from './read-draft'

/** What the fields of a growth show: what was typed or chosen, and for the other fields what that comes to. */
export interface ShownGrowth extends Pick<AppState, 'insetTexts' | 'sizeTexts'> {
  /** The shape of the canvas: a name of `core/ratios`, `original` for the layer's own; null where it has no name. */
  readonly shape: string | null
  /** Where the picture lies on the canvas; null where it is none of the nine places. */
  readonly anchor: Anchor | null
}

const nothing: Insets = { top: 0, right: 0, bottom: 0, left: 0 }

/**
 * Computes what the fields show. Of several layers each comes to something else, and what is wrong comes to nothing: there
 * only the fields that the growth was typed into say anything.
 */
export function shownGrowth(state: AppState): ShownGrowth {
  const { growthKind, insetTexts, sizeTexts, ratio, anchor } = state
  const draft = readDraft(state)
  const read = draft.kind === 'sides' ? insetsOf(draft.growth, draft.target) : null
  const isWrong =
    (read?.ok === false && read.failure.kind !== 'no-larger') ||
    (draft.kind === 'sides' && !draft.plan.ok && draft.plan.failure.kind === 'negative')
  if (draft.kind !== 'sides' || read === null || isWrong) {
    const shape = growthKind === 'ratio' ? ratio : null
    return {
      insetTexts: growthKind === 'sides' ? insetTexts : { top: '', right: '', bottom: '', left: '' },
      sizeTexts: growthKind === 'size' ? sizeTexts : { width: '', height: '' },
      shape,
      anchor
    }
  }
  const insets = read.ok ? read.value : nothing
  const { target } = draft
  const canvas = growBy(target, insets)
  return {
    insetTexts: growthKind === 'sides' ? insetTexts : insetTextsOf(insets),
    sizeTexts:
      growthKind === 'size' ? sizeTexts : { width: textOf(canvas.width), height: textOf(canvas.height) },
    shape: growthKind === 'ratio' ? ratio : keepsShape(insets, target) ? 'original' : ratioNameOf(canvas),
    anchor: growthKind === 'sides' ? anchorOf(insets) : anchor
  }
}

/** Insets as they are typed, in document units. */
export function insetTextsOf({ top, right, bottom, left }: Insets): AppState['insetTexts'] {
  return { top: textOf(top), right: textOf(right), bottom: textOf(bottom), left: textOf(left) }
}

function textOf(length: number): string {
  return String(Math.round(length * 100) / 100)
}

function anchorOf({ top, right, bottom, left }: Insets): Anchor | null {
  const across = pointOf(left, right)
  const down = pointOf(top, bottom)
  return across === null || down === null ? null : { across, down }
}

/** Two sides that differ by less than a unit are as equal as whole units let them be. */
function pointOf(before: number, after: number): AnchorPoint | null {
  return Math.abs(before - after) <= 1 ? 'middle' : before === 0 ? 'start' : after === 0 ? 'end' : null
}
