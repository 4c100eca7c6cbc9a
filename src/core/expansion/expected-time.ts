import type { Plan } from '../plan/plan'

/** How long the last requests of each kind took on this device, ms from the create to the image; the latest last. */
export type Durations = Readonly<Record<Plan['kind'], readonly number[]>>

export const noDurations: Durations = { sides: [], canvas: [], link: [] }

/** So many of each kind are kept: enough for a middle that one slow day does not move. */
const mostDurations = 20

/** Longer than anything is waited for: a device that slept meanwhile says nothing of the service. */
const longestMs = 900_000

/** Adds what one request took. */
export function withDuration(durations: Durations, kind: Plan['kind'], ms: number): Durations {
  if (!(ms > 0 && ms <= longestMs)) {
    return durations
  }
  return { ...durations, [kind]: [...durations[kind], ms].slice(-mostDurations) }
}

/** What a request of this kind usually takes, ms: the median, which single slow ones do not move; null before any. */
export function usualMs(durations: Durations, kind: Plan['kind']): number | null {
  const sorted = [...durations[kind]].sort((one, other) => one - other)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2
}

/** What can be said of the time that a request still takes, in seconds. */
export type ExpectedTime =
  /** It has not left yet. */
  | { readonly kind: 'usual'; readonly seconds: number }
  | { readonly kind: 'left'; readonly seconds: number }
  /** It takes longer than `seconds`, which it usually takes. */
  | { readonly kind: 'longer'; readonly seconds: number }

/** `sinceMs` is how long ago the request was handed over; null where it was not yet. */
export function expectedTime(usual: number, sinceMs: number | null): ExpectedTime {
  const seconds = roundSeconds(usual / 1000)
  if (sinceMs === null) {
    return { kind: 'usual', seconds }
  }
  const leftMs = usual - sinceMs
  return leftMs > 0 ? { kind: 'left', seconds: roundSeconds(leftMs / 1000) } : { kind: 'longer', seconds }
}

/** Up to ten by the second; above, by five, since nobody knows it that well. Never less than 1. */
function roundSeconds(seconds: number): number {
  return seconds <= 10 ? Math.max(1, Math.ceil(seconds)) : Math.ceil(seconds / 5) * 5
}
