import { ownedBuffers } from '../../core/owned-buffers'
import type { TaskAnswer, TaskCall, TaskHost, TaskMap, TaskParams, TaskResult } from './task-messages'

/** Has a task done elsewhere. Rejects with the task's own message, or when the place where it is done is lost. */
export type TaskCaller<Tasks extends TaskMap> = <Name extends keyof Tasks & string>(
  name: Name,
  ...params: TaskParams<Tasks, Name>
) => Promise<TaskResult<Tasks, Name>>

/**
 * Makes the calling end. `open` starts a place for tasks: at the first call, and at the next one after a place was lost
 * or could not be started. Bytes in parameters are handed over and gone for the caller; what it wants to keep it gives as a
 * blob.
 */
export function createTaskCaller<Tasks extends TaskMap>(open: () => Promise<TaskHost>): TaskCaller<Tasks> {
  let current: Promise<TaskHost> | null = null

  const connect = (): Promise<TaskHost> => {
    if (current === null) {
      const opened = open()
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

  return async function call<Name extends keyof Tasks & string>(
    name: Name,
    ...params: TaskParams<Tasks, Name>
  ) {
    return post<TaskResult<Tasks, Name>>(await connect(), { name, params })
  }
}

/** Posts a call with a port of its own for the answer, so that answers need no numbers. */
function post<Value>({ port, lost }: TaskHost, call: TaskCall): Promise<Value> {
  return new Promise((resolve, reject) => {
    const { port1: answers, port2 } = new MessageChannel()
    const end = (): void => {
      lost.removeEventListener('abort', stop)
      answers.close()
    }
    const stop = (): void => {
      end()
      reject(new Error(`the pixel work stopped: ${String(lost.reason)}`))
    }
    if (lost.aborted) {
      stop()
      return
    }
    lost.addEventListener('abort', stop)
    answers.onmessage = ({ data }: MessageEvent<TaskAnswer<Value>>) => {
      end()
      if (data.ok) resolve(data.value)
      else reject(new Error(data.message))
    }
    answers.onmessageerror = () => {
      end()
      reject(new Error('the answer could not be read'))
    }
    try {
      port.postMessage(call, [port2, ...ownedBuffers(call.params)])
    } catch (error) {
      end()
      reject(new Error(`the call could not be sent: ${String(error)}`))
    }
  })
}
