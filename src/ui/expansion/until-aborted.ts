import { fail, type Outcome } from '../../core/outcome'

/** The user stopped the waiting before anything was sent. */
export interface Cancelled {
  readonly kind: 'cancelled'
}

/** Waits for work that cannot be stopped itself, and no longer once the user has stopped it. */
export function untilAborted<Value, Reason>(
  signal: AbortSignal,
  work: Promise<Outcome<Value, Reason>>
): Promise<Outcome<Value, Reason | Cancelled>> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      resolve(fail({ kind: 'cancelled' }))
    }
    if (signal.aborted) {
      stop()
      return
    }
    signal.addEventListener('abort', stop, { once: true })
    work.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', stop)
    })
  })
}
