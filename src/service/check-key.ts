import type { ServiceFailure } from '../core/failures'
import { fail, type Outcome, succeed } from '../core/outcome'
import type { QueryOptions, ServiceRequests } from './http/service-requests'
import { missingAnswer } from './query'
import { isOwnEnvelope } from './wire/envelope'
import { failureOfStatus, isSuccess } from './wire/failure-of-status'
import type { Redact } from './wire/redact'

/** The nil UUID (RFC 9562, 5.9), which no service gives to a task. */
export const impossibleTaskId = '00000000-0000-0000-0000-000000000000'

/**
 * Tries the key with a request that costs nothing: a query for a task that cannot exist. The key is looked at before the
 * task is, so a 401 means a wrong key, and a 404 in the service's own envelope (a 400 too, should it dislike the id)
 * means that the key was taken. A 404 in any other shape comes from something that is not the service.
 */
export async function checkKey(
  requests: ServiceRequests,
  options: QueryOptions,
  redact: Redact
): Promise<Outcome<true, ServiceFailure>> {
  const exchange = await requests.query(impossibleTaskId, options)
  if (exchange.kind !== 'answer') {
    return fail(missingAnswer(exchange))
  }
  const { status, body: answer } = exchange
  const failure = isSuccess(status) ? null : failureOfStatus(status, redact(answer?.message ?? ''), false)
  if (
    failure !== null &&
    failure.kind !== 'unknown-task' &&
    !(failure.kind === 'refused' && status === 400)
  ) {
    return fail(failure)
  }
  return isOwnEnvelope(answer)
    ? succeed(true)
    : fail({ kind: 'unreadable-answer', detail: 'it does not come from the service' })
}
