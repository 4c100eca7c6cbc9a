import type { Clock } from '../core/clock'
import type { ServiceFailure } from '../core/failures'
import { pollEveryMs, pollForMs } from '../core/limits'
import { fail, type Outcome, succeed } from '../core/outcome'
import { createDeadline } from './http/deadline'
import { pause } from './http/pause'
import type { AwaitOptions } from './service-client'
import type { ExpansionResult } from './wire/expansion-result'
import type { TaskStatus } from './wire/task-status'

/** The longest that a poll waits after others failed, in milliseconds. Ours: long enough to let a service recover. */
const maxBackOffMs = 16_000

/** How often in a row the service must say no before it is believed. Ours: one odd answer must not lose a paid task. */
const repeatedRefusals = 3

export interface AwaitResultSettings {
  readonly clock: Clock
  readonly random: () => number
  /** Asks once, without repetitions of its own. */
  readonly poll: (taskId: string, signal: AbortSignal) => Promise<Outcome<TaskStatus, ServiceFailure>>
}

/**
 * Waits for a task: a poll every second, for 180 s (the reference's two numbers), the first one after a second, or later
 * where many wait for the service's rate.
 *
 * - Lost connections, 429, 5xx and a gateway's 404 are waited out: the next poll comes after about 2, 4, 8 and then 16 s.
 * - A refusal, an answer that cannot be read, an unknown task or state, and a finished task without pictures end the
 *   waiting when three answers in a row are of this kind. A failed task ends it at once.
 * - When the time is over, the failure is `still-running`; or, when no poll was ever answered, what the last one met.
 */
export async function awaitResult(
  settings: AwaitResultSettings,
  taskId: string,
  options: AwaitOptions
): Promise<Outcome<ExpansionResult, ServiceFailure>> {
  const { clock, random, poll } = settings
  const { signal, onProgress } = options
  const startedMs = clock.nowMs()
  const deadline = createDeadline(clock, signal)

  let isFirst = true
  let percent = 0
  let waitMs = pollEveryMs
  let faults = 0
  let refusals = 0
  let wasAnswered = false
  let lastFailure: ServiceFailure | null = null

  const report = (progress: number | null, stateDetail: string) => {
    percent = Math.max(percent, progress ?? 0)
    onProgress?.({ taskId, percent, stateDetail, waitedMs: clock.nowMs() - startedMs })
  }

  try {
    while (await pause(clock, waitMs, deadline.signal)) {
      const askedMs = clock.nowMs()
      const polled = await poll(taskId, deadline.signal)
      if (isFirst) {
        // Many tasks wait for their turns at the service's rate: the time begins once this one had its first.
        deadline.endIn(pollForMs - pollEveryMs)
        isFirst = false
      }
      if (polled.ok) {
        if (polled.value.kind === 'done') {
          report(100, '')
          return succeed(polled.value.result)
        }
        wasAnswered = true
        faults = 0
        refusals = 0
        report(polled.value.progress, polled.value.stateDetail)
      } else if (polled.failure.kind !== 'cancelled') {
        lastFailure = polled.failure
        if (isFault(polled.failure)) {
          faults += 1
        } else {
          faults = 0
          refusals += 1
        }
        if (isFinal(polled.failure) || refusals === repeatedRefusals) {
          return polled
        }
      }
      const cadenceMs = faults === 0 ? pollEveryMs : backOffMs(faults, random)
      waitMs = Math.max(0, askedMs + cadenceMs - clock.nowMs())
    }
  } finally {
    deadline.release()
  }
  if (signal?.aborted === true) {
    return fail({ kind: 'cancelled' })
  }
  const stillRunning = { kind: 'still-running', taskId, waitedMs: clock.nowMs() - startedMs } as const
  return fail(wasAnswered ? stillRunning : (lastFailure ?? stillRunning))
}

/** Whether a failure passes by itself, and waiting is all there is to do. */
function isFault(failure: ServiceFailure): boolean {
  return ['unreachable', 'too-many-requests', 'server-fault'].includes(failure.kind)
}

/** Whether asking again cannot change the answer. */
function isFinal(failure: ServiceFailure): boolean {
  return failure.kind === 'task-failed' || failure.kind === 'invalid-request'
}

/** About 2 s after the first failure in a row, twice that after each further one, spread by a quarter either way. */
function backOffMs(faults: number, random: () => number): number {
  return Math.min(maxBackOffMs, pollEveryMs * 2 ** faults) * (0.75 + random() / 2)
}
