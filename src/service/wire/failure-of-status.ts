import type { ServiceFailure } from '../../core/failures'

/** Whether a status, of HTTP or of the envelope, says that the request was taken. */
export function isSuccess(status: number): boolean {
  return status >= 200 && status <= 299
}

/**
 * Names the failure behind an answer that is no success.
 *
 * @param status the HTTP status, or the envelope's where HTTP said 200
 * @param message the service's own words, without the key
 * @param isCreate whether it answers a create; a 404 and a 413 mean something else there than on a query
 */
export function failureOfStatus(status: number, message: string, isCreate: boolean): ServiceFailure {
  if (speaksOfCredits(status, message)) {
    return { kind: 'out-of-credits', message }
  }
  if (status === 401) {
    return { kind: 'wrong-key', message }
  }
  if (status === 404 && !isCreate) {
    return { kind: 'unknown-task', message }
  }
  if (status === 413 && isCreate) {
    return { kind: 'upload-too-large', message }
  }
  if (status === 429) {
    return { kind: 'too-many-requests', message }
  }
  if (status >= 500) {
    return { kind: 'server-fault', status, message }
  }
  if (status >= 400) {
    return { kind: 'refused', status, message }
  }
  return { kind: 'unreadable-answer', detail: describeStatus(status) }
}

/**
 * No code is documented for a key without credits, so the words tell, on any status that is no success. On a 429 or a
 * 5xx, "quota" and "insufficient" speak of the rate or of the service's own resources as easily, and do not count.
 */
function speaksOfCredits(status: number, message: string): boolean {
  const isAboutLoad = status === 429 || status >= 500
  return (
    isAboutLoad ? /\bcredits?\b|\bbalance\b/i : /\bcredits?\b|\bbalance\b|\binsufficient\b|\bquota\b/i
  ).test(message)
}

/** With `redirect: 'manual'` browsers give a redirect as status 0, and Node as its own. */
function describeStatus(status: number): string {
  return status === 0 || (status >= 300 && status < 400)
    ? 'the address leads on to another one, and the key is not sent there'
    : `status ${status} is not documented`
}
