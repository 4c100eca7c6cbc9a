import type { ServiceFailure } from '../../core/failures'
import { fail, type Outcome, succeed } from '../../core/outcome'
import { createdAtMs } from './created-at'
import type { TaskData } from './envelope'
import { type ExpansionResult, readResult, type TaskDetails, taskDetails } from './expansion-result'
import type { Redact } from './redact'
import { readTaskState } from './task-state'

/**
 * What one query found. A failed task is a failure, not a status. `progress` is a percentage, null where not given;
 * `createdAtMs` is when the task was taken, by the service's clock, in milliseconds since 1970, null where it does not say.
 */
export type TaskStatus =
  | {
      readonly kind: 'pending'
      readonly taskId: string
      readonly state: number
      readonly progress: number | null
      /** The service's own words ("Preparing", "Processing"), empty where it says nothing. */
      readonly stateDetail: string
      readonly createdAtMs: number | null
      readonly details: TaskDetails
    }
  | { readonly kind: 'done'; readonly createdAtMs: number | null; readonly result: ExpansionResult }

/** Reads how a task is from an answer that says success: pending, done with pictures, or what went wrong with it. */
export function readTaskStatus(
  data: TaskData,
  taskId: string,
  message: string,
  redact: Redact
): Outcome<TaskStatus, ServiceFailure> {
  const state = readTaskState(data.state)
  switch (state.kind) {
    case 'done': {
      const result = readResult(data, taskId)
      return result === null
        ? fail({ kind: 'no-image', taskId, detail: 'no image field holds anything' })
        : succeed({ kind: 'done', createdAtMs: createdAtMs(data), result })
    }
    case 'pending': {
      const stateDetail = redact(data.state_detail)
      const progress = data.progress === null ? null : Math.min(100, Math.max(0, data.progress))
      return succeed({
        kind: 'pending',
        taskId,
        state: state.state,
        progress,
        stateDetail,
        createdAtMs: createdAtMs(data),
        details: taskDetails(data)
      })
    }
    case 'failed':
      return fail({
        kind: 'task-failed',
        taskId,
        state: state.state,
        reason: state.reason,
        message: redact(failureText(data, message))
      })
    case 'unknown':
      return fail({ kind: 'unknown-state', taskId, state: state.state })
  }
}

/**
 * The service's words about a failed task: `err_message` when there is one, else the envelope's `message`, else
 * `state_detail`. A poll of a failed task is itself a success and says so: that "success" is no reason.
 */
function failureText(data: TaskData, message: string): string {
  const candidates = [data.err_message, message, data.state_detail]
  return candidates.find((text) => text.trim() !== '' && !/^(success|ok)$/i.test(text.trim())) ?? ''
}
