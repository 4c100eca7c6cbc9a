/** What an operation that is expected to fail sometimes returns: a value, or a reason as plain data. */
export type Outcome<Value, Reason> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly failure: Reason }

/** Wraps a value as a success. */
export function succeed<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value }
}

/** Wraps a reason as a failure. */
export function fail<Reason>(failure: Reason): { readonly ok: false; readonly failure: Reason } {
  return { ok: false, failure }
}
