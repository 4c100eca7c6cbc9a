import type { FileIdentity } from './task-record'

/**
 * A paid request whose image no id can bring back: its answer is not there yet, or named no task. Where the plugin is
 * closed just then, all that can be done is to say so. Kept on this device only. Plain data.
 */
export interface SentRecord {
  readonly id: string
  readonly file: FileIdentity
  /** Name of the layer, for the window only. */
  readonly name: string
  /** Milliseconds since 1970. */
  readonly sentAtMs: number
  /** What its answer brings: a task to ask for, or the image itself; `nothing` once it came and named no task. */
  readonly awaits: 'task' | 'image' | 'nothing'
}

/**
 * After so long, ms, no window is still waiting for the answer: its own limit is 120 s, or 300 s where the answer brings
 * the image, and then 10 s for a probe.
 */
const answerIsLostAfterMs = { task: 150_000, image: 330_000, nothing: 150_000 } as const

/** Computes in how many ms the answer can no longer come; 0 where it cannot already. */
export function cutOffInMs({ sentAtMs, awaits }: SentRecord, nowMs: number): number {
  return Math.max(0, sentAtMs + answerIsLostAfterMs[awaits] - nowMs)
}
