import type { ServiceFailure } from '../core/failures'
import { fail, type Outcome, succeed } from '../core/outcome'
import { impossibleTaskId } from './check-key'
import type { Answer } from './http/exchange'
import { neverRetried } from './http/retry'
import { isTaskId } from './http/service-address'
import type { ServiceRequests } from './http/service-requests'
import type { ServiceTimeouts } from './http/timeouts'
import type { Submission, SubmitOptions } from './service-client'
import { createdAtMs } from './wire/created-at'
import type { Envelope } from './wire/envelope'
import { checkRequest, type ExpansionRequest } from './wire/expansion-request'
import { failureOfStatus, isSuccess } from './wire/failure-of-status'
import { formBody } from './wire/form-body'
import type { Redact } from './wire/redact'
import { readTaskStatus } from './wire/task-status'

const answerLost = { kind: 'answer-lost' } as const

/** Creates a task: checks the request, sends it (once more after a 429), and says what is known of it then. */
export async function submit(
  requests: ServiceRequests,
  request: ExpansionRequest,
  timeouts: ServiceTimeouts,
  redact: Redact,
  options: SubmitOptions
): Promise<Outcome<Submission, ServiceFailure>> {
  const broken = checkRequest(request)
  if (broken !== null) {
    return fail(broken)
  }
  const limitMs = request.sync === 1 ? timeouts.syncCreateMs : timeouts.createMs
  const exchange = await requests.create(formBody(request), limitMs, options)
  switch (exchange.kind) {
    case 'cancelled':
      return fail(exchange.handedOver ? { kind: 'cancelled', taskMayExist: true } : { kind: 'cancelled' })
    case 'no-answer':
      // A time-out means that there was a connection, so the request is taken to have arrived.
      return fail(
        exchange.why === 'timed-out'
          ? answerLost
          : await lostCreate(requests, timeouts.probeMs, options.signal)
      )
    case 'broken-answer':
      return fail(answerLost)
    case 'answer':
      return readCreated(exchange, redact)
  }
}

/**
 * Tells what can be told after a create that failed without an answer. A browser gives one and the same error for being
 * offline, for a refused preflight (then nothing was sent) and for a connection that broke after everything was sent.
 * A harmless query, which needs the same preflight, parts them somewhat: when it is answered, with whatever status, the
 * service can be reached and the create's answer was lost on the way; when it fails too, the service could not be
 * reached, and most likely not for the create either.
 */
async function lostCreate(
  requests: ServiceRequests,
  limitMs: number,
  signal: AbortSignal | undefined
): Promise<ServiceFailure> {
  const probe = await requests.query(impossibleTaskId, { retry: neverRetried, limitMs, signal })
  switch (probe.kind) {
    case 'answer':
    case 'broken-answer':
      return answerLost
    case 'no-answer':
      return { kind: 'unreachable', sent: 'perhaps' }
    case 'cancelled':
      return { kind: 'cancelled', taskMayExist: true }
  }
}

function readCreated(
  { status, body: answer }: Answer<Envelope | null>,
  redact: Redact
): Outcome<Submission, ServiceFailure> {
  if (isSuccess(status)) {
    return readTask(answer, redact)
  }
  // A success of HTTP whose envelope holds a status below 400 says neither that a task was made nor that none was.
  const isUnclear = answer !== null && answer.status === status && status < 400
  return fail(isUnclear ? answerLost : failureOfStatus(status, redact(answer?.message ?? ''), true))
}

/**
 * Reads what a create made. Only state 1 with a picture is a result, and only a negative state a failure; whatever
 * else comes with a task id is a task to wait for, also where `sync: 1` asked for more. Without a task id there may be a paid task that
 * nobody can name.
 */
function readTask(answer: Envelope | null, redact: Redact): Outcome<Submission, ServiceFailure> {
  if (answer?.data == null) {
    return fail(answerLost)
  }
  const { data, message } = answer
  // An id with the key in it would bring the key into a URL.
  const taskId = isTaskId(data.task_id) && redact(data.task_id) === data.task_id ? data.task_id : ''
  const status = readTaskStatus(data, taskId, message, redact)
  if (status.ok && status.value.kind === 'done') {
    return succeed(status.value)
  }
  if (!status.ok && status.failure.kind === 'task-failed') {
    return status
  }
  return taskId === '' ? fail(answerLost) : succeed({ kind: 'task', createdAtMs: createdAtMs(data), taskId })
}
