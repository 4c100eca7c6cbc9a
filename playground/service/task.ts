import type { Clock } from '../../src/core/clock'
import type { CreateOrder } from './create-order'
import type { Faults } from './faults'

/** How a task ended: with encoded images, or with a negative state (facts: data.state). */
export type TaskOutcome =
  | { readonly kind: 'done'; readonly images: readonly Uint8Array[] }
  | { readonly kind: 'failed'; readonly state: number; readonly message: string }

/** What a task does at the moment. */
export type TaskWork = 'downloading' | 'expanding' | 'settled'

/** Does an order's real work; calls `onDownloaded` once its inputs are there. */
export type PerformOrder = (
  task: TaskPlan,
  onDownloaded: (downloadMs: number) => void
) => Promise<TaskOutcome>

/** What a task is to do, fixed when it is made. */
export interface TaskPlan {
  readonly id: string
  readonly key: string
  readonly order: CreateOrder
  /** The order's seed, or a drawn one where that is −1. */
  readonly seed: number
  readonly createdAtMs: number
  /** It is not shown as done before this long after its creation. */
  readonly processingMs: number
  /** The faults as they were when it was made: they decide the result's pixels. */
  readonly faults: Faults
}

/** One paid task: its plan, and its work, which begins at once. */
export class Task {
  readonly plan: TaskPlan
  /** Resolves when the work ended, well or not. */
  readonly settled: Promise<void>
  #clock: Clock
  #work: TaskWork = 'downloading'
  #downloadMs = 0
  #settledAtMs = 0
  #outcome: TaskOutcome | undefined

  constructor(plan: TaskPlan, clock: Clock, perform: PerformOrder) {
    this.plan = plan
    this.#clock = clock
    this.settled = perform(plan, (downloadMs) => {
      this.#downloadMs = downloadMs
      this.#work = 'expanding'
    }).then((outcome) => {
      this.#outcome = outcome
      this.#settledAtMs = clock.nowMs()
      this.#work = 'settled'
    })
  }

  get work(): TaskWork {
    return this.#work
  }

  get downloadMs(): number {
    return this.#downloadMs
  }

  /** The outcome, from the moment on that it may be shown. */
  get outcome(): TaskOutcome | undefined {
    return this.#clock.nowMs() >= this.completedAtMs ? this.#outcome : undefined
  }

  /** When it was, or at the earliest will be, shown as done. */
  get completedAtMs(): number {
    return Math.max(this.#settledAtMs, this.plan.createdAtMs + this.plan.processingMs)
  }
}
