import { growBy, type Insets } from '../../core/geometry/insets'
import { ratioNameOf } from '../../core/geometry/ratios'
import { keepsShape } from '../../core/growth/even-growth'
import { type Anchor, type AnchorPoint, insetsOf } from '../../core/growth/growth'
import type { AppState } from '../state/app-state'
import { readDraft } from './read-draft'

/** The values of a growth's fields: as typed or chosen, and computed for all other fields. */
export interface ShownGrowth extends Pick<AppState, 'insetTexts' | 'sizeTexts'> {
  /** The canvas's ratio: a name of `core/ratios`, or `original` for the layer's own. Null if it has no name. */
  readonly shape: string | null
  /** The source image's position on the canvas; null if it is none of the nine positions. */
  readonly anchor: Anchor | null
}

const nothing: Insets = { top: 0, right: 0, bottom: 0, left: 0 }

/**
 * Computes the fields' values. With several layers or an invalid growth only the fields in which the growth was typed have
 * values.
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

/** Formats insets as typed, in document units. */
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

/** Sides that differ by less count as equal, document units: insets are whole units. */
function pointOf(before: number, after: number): AnchorPoint | null {
  return Math.abs(before - after) <= 1 ? 'middle' : before === 0 ? 'start' : after === 0 ? 'end' : null
}
