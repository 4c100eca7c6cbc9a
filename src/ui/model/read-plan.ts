import { resolveInsets, sides, type InsetEntries, type Side } from '../../core/insets'
import { fail, type Outcome } from '../../core/outcome'
import { parseInset } from '../../core/parse-inset'
import { planSides, type InsetsObstacle, type SidesPlan } from '../../core/plan-sides'
import type { Target } from '../../core/target'

/** Computes the plan that the typed insets mean for a target, or why there is none. */
export function readPlan(
  target: Target,
  texts: Readonly<Record<Side, string>>
): Outcome<SidesPlan, InsetsObstacle> {
  const entries = readEntries(texts)
  return entries.ok ? planSides(target, resolveInsets(entries.value, target), target.nativeScale) : entries
}

function readEntries(texts: Readonly<Record<Side, string>>): Outcome<InsetEntries, InsetsObstacle> {
  const none = { amount: 0, unit: 'px' } as const
  let entries: InsetEntries = { top: none, right: none, bottom: none, left: none }
  for (const side of sides) {
    const entry = parseInset(texts[side])
    if (entry === null) {
      return fail({ kind: 'not-a-number', side })
    }
    entries = { ...entries, [side]: entry }
  }
  return { ok: true, value: entries }
}
