import type { Expansion } from './expansion'

/** An order that nobody has pressed for yet: what a press makes orders of, one for each image that is asked for. */
export type ExpansionDraft = Omit<Expansion, 'runId' | 'seed'>

/**
 * Tells whether two wishes ask for the same. They are plain data with the same fields in the same order. Where the layer
 * lies at the moment counts for nothing: it is not shown.
 */
export function isSameDraft(one: ExpansionDraft, other: ExpansionDraft): boolean {
  return JSON.stringify(shown(one)) === JSON.stringify(shown(other))
}

function shown({ placement, ...wish }: ExpansionDraft): unknown {
  return { ...wish, placement: { ...placement, origin: null } }
}
