import type { TaskFailureReason } from '../../core/failures'

/** What `data.state` means. Only 1 is ever done. */
export type TaskState =
  | { readonly kind: 'done' }
  | { readonly kind: 'pending'; readonly state: number }
  | { readonly kind: 'failed'; readonly state: number; readonly reason: TaskFailureReason }
  | { readonly kind: 'unknown'; readonly state: number | null }

/** The negative states. −1 to −8 are shown by several public clients of the service, the others by single ones. */
const failureReasons: ReadonlyMap<number, TaskFailureReason> = new Map([
  [-1, 'failed'],
  [-2, 'result-not-stored'],
  [-3, 'url-unreachable'],
  [-5, 'too-large'],
  [-7, 'invalid-image'],
  [-8, 'timed-out'],
  [-9, 'internal'],
  [-10, 'content-refused'],
  [-13, 'cancelled-abnormally'],
  [-14, 'content-refused'],
  [-15, 'short-of-resources'],
  [-16, 'content-refused'],
  [-17, 'prompt-refused']
])

/**
 * Reads `data.state`. The reference: "1 means completed, greater than 1 means processing, and less than 0 means failed";
 * 0 is queued, as the service itself uses it. So every whole number has a meaning, also 5, which nothing lists. A number
 * in digits counts as that number; a missing state, a fraction, or anything else is unknown, and never done.
 */
export function readTaskState(value: unknown): TaskState {
  const state = numberOf(value)
  if (state === null || !Number.isInteger(state)) {
    return { kind: 'unknown', state }
  }
  if (state === 1) {
    return { kind: 'done' }
  }
  if (state < 0) {
    return { kind: 'failed', state, reason: failureReasons.get(state) ?? 'undocumented' }
  }
  return { kind: 'pending', state }
}

function numberOf(value: unknown): number | null {
  if (typeof value === 'string' && /^-?\d{1,9}$/.test(value)) {
    return Number(value)
  }
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}
