import type { ServiceFailure } from '../core/failures'
import { fail, type Outcome } from '../core/outcome'
import { isTaskId } from './http/service-address'
import type { QueryOptions, ServiceExchange, ServiceRequests } from './http/service-requests'
import { isOwnEnvelope } from './wire/envelope'
import { failureOfStatus, isSuccess } from './wire/failure-of-status'
import type { Redact } from './wire/redact'
import { readTaskStatus, type TaskStatus } from './wire/task-status'

/** Asks once how a task is. */
export async function query(
  requests: ServiceRequests,
  taskId: string,
  options: QueryOptions,
  redact: Redact
): Promise<Outcome<TaskStatus, ServiceFailure>> {
  if (!isTaskId(taskId)) {
    return fail({ kind: 'invalid-request', field: 'task_id', rule: 'must be the id of a task' })
  }
  const exchange = await requests.query(taskId, options)
  if (exchange.kind !== 'answer') {
    return fail(missingAnswer(exchange))
  }
  const { status, body: answer } = exchange
  if (status === 404 && !isOwnEnvelope(answer)) {
    // A gateway's 404 says nothing of the task, which is paid for: it passes, as a 502 does.
    return fail({ kind: 'server-fault', status, message: redact(answer?.message ?? '') })
  }
  if (!isSuccess(status)) {
    return fail(failureOfStatus(status, redact(answer?.message ?? ''), false))
  }
  if (answer?.data == null) {
    return fail({
      kind: 'unreadable-answer',
      detail: answer === null ? 'it is not JSON' : 'it holds no data'
    })
  }
  return readTaskStatus(answer.data, taskId, answer.message, redact)
}

/** Names the failure behind a GET that brought no answer. Nothing is made by a GET. */
export function missingAnswer(
  exchange: Exclude<ServiceExchange, { readonly kind: 'answer' }>
): ServiceFailure {
  switch (exchange.kind) {
    case 'cancelled':
      return { kind: 'cancelled' }
    case 'no-answer':
      return { kind: 'unreachable', sent: 'no' }
    case 'broken-answer':
      return exchange.why === 'too-large'
        ? { kind: 'unreadable-answer', detail: 'it is larger than any result could be' }
        : { kind: 'unreachable', sent: 'no' }
  }
}
