import './hand-over-bytes'
import { type Remote, wrap } from 'comlink'

/** A place where tasks are done. */
export interface TaskHost {
  /** Where the tasks are offered. */
  readonly port: MessagePort
  /** Given once the place is gone, with the reason: calls that are under way are never answered. */
  readonly lost: AbortSignal
}

interface Connection<Tasks> extends TaskHost {
  readonly tasks: Remote<Tasks>
}

/** Calls a task elsewhere. Rejects with the task's own error, or when the place where it is done is lost. */
export type TaskCaller<Tasks> = <Answer extends Promise<unknown>>(
  call: (tasks: Remote<Tasks>) => Answer
) => Promise<Awaited<Answer>>

/**
 * Makes the calling end. `open` starts a place for tasks: at the first call, and at the next one after a place was lost
 * or could not be started. Bytes in parameters are handed over and gone for the caller; what it wants to keep it gives as a
 * blob.
 */
export function createTaskCaller<Tasks>(open: () => Promise<TaskHost>): TaskCaller<Tasks> {
  let current: Promise<Connection<Tasks>> | null = null

  const connect = (): Promise<Connection<Tasks>> => {
    if (current === null) {
      const opened = open().then(({ port, lost }) => ({ port, lost, tasks: wrap<Tasks>(port) }))
      const forget = (): void => {
        if (current === opened) current = null
      }
      current = opened
      opened.then(({ lost }) => {
        lost.addEventListener('abort', forget)
      }, forget)
    }
    return current
  }

  return async <Answer extends Promise<unknown>>(
    call: (tasks: Remote<Tasks>) => Answer
  ): Promise<Awaited<Answer>> => {
    const { tasks, ...host } = await connect()
    const ended = new AbortController()
    try {
      return await Promise.race([whenLost(host, ended.signal), call(tasks)])
    } finally {
      ended.abort()
    }
  }
}

/** Rejects when a place is lost or an answer cannot be read: Comlink leaves such calls open for ever. */
function whenLost({ port, lost }: TaskHost, signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const stop = (): void => {
      reject(new Error(`the pixel work stopped: ${String(lost.reason)}`))
    }
    lost.addEventListener('abort', stop, { signal })
    if (lost.aborted) stop()
    const refuse = (): void => {
      reject(new Error('an answer could not be read'))
    }
    port.addEventListener('messageerror', refuse, { signal })
  })
}
