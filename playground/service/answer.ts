/** What goes back for one request; `drop` breaks the connection without a word. */
export type Answer =
  | {
      readonly kind: 'reply'
      readonly status: number
      readonly headers: Readonly<Record<string, string>>
      readonly body: Uint8Array
    }
  | { readonly kind: 'drop' }

/** A reason to refuse a request, in the words of the envelope. */
export interface Refusal {
  readonly status: number
  readonly message: string
}

const json = { 'Content-Type': 'application/json; charset=utf-8' }

/** A 200 envelope (facts: `{"status":200,"message":"success","data":{…}}`); `message` can be left out, as on some polls. */
export function success(data: Readonly<Record<string, unknown>>, withMessage = true): Answer {
  const envelope = withMessage ? { status: 200, message: 'success', data } : { status: 200, data }
  return { kind: 'reply', status: 200, headers: json, body: Buffer.from(JSON.stringify(envelope)) }
}

/** A failure envelope (facts: "the body's status equal to the HTTP status"); no `data`. */
export function refuse({ status, message }: Refusal): Answer {
  const headers = status === 429 ? { ...json, 'Retry-After': '1' } : json
  return { kind: 'reply', status, headers, body: Buffer.from(JSON.stringify({ status, message })) }
}

/** Any other body. */
export function reply(status: number, contentType: string, body: Uint8Array | string): Answer {
  return { kind: 'reply', status, headers: { 'Content-Type': contentType }, body: Buffer.from(body) }
}

/** The words that go with each HTTP code. The 401 is verbatim from the facts; the others are ours. */
export const refusals = {
  400: { status: 400, message: 'Invalid params' },
  401: {
    status: 401,
    message: 'Unauthorized API Key. Please check if the X-API-KEY is correct and if the service is enabled'
  },
  404: { status: 404, message: 'Not found' },
  413: { status: 413, message: 'File too large' },
  429: { status: 429, message: 'Too many requests' },
  500: { status: 500, message: 'Server exception' },
  503: { status: 503, message: 'Service unavailable' },
  /** Facts, HTTP codes: no code is documented for this; a 400 whose message speaks of credits. */
  credits: { status: 400, message: 'Insufficient credits, please top up your account balance' }
} as const satisfies Readonly<Record<number | 'credits', Refusal>>
