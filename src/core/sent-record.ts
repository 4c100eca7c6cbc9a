import type { FileIdentity } from './task-record'

/**
 * A request that was handed to the network and whose answer is not there yet. Where the plugin is closed just then, nobody
 * learns the task's id: all that can be done is to say so. Kept on this device only. Plain data.
 */
export interface SentRecord {
  readonly id: string
  readonly file: FileIdentity
  /** Name of the layer, for the window only. */
  readonly name: string
  /** Milliseconds since 1970. */
  readonly sentAtMs: number
}

/** After so long, no window is still waiting for the answer: its own limit is 120 s, and then 10 s for a probe. */
const answerIsLostAfterMs = 150_000

/** Computes in how many ms the answer can no longer come; 0 where it cannot already. */
export function cutOffInMs({ sentAtMs }: SentRecord, nowMs: number): number {
  return Math.max(0, sentAtMs + answerIsLostAfterMs - nowMs)
}
