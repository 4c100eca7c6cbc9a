import { ownedBuffers } from '../../core/owned-buffers'
import type { TaskAnswer, TaskCall, TaskMap } from './task-messages'

/**
 * Does the tasks that are called on a port, and answers each on the port that came with the call. Bytes in a result are
 * handed over instead of being copied; an error thrown by a task is answered with its message.
 */
export function serveTasks(port: MessagePort, tasks: TaskMap): void {
  port.onmessage = ({ data, ports: [answers] }: MessageEvent<TaskCall>) => {
    if (answers !== undefined) {
      void answer(tasks, data, answers)
    }
  }
  port.onmessageerror = () => {
    // Nobody can tell which call it was: in a worker this ends the worker, and with it every call under way.
    throw new Error('a call could not be read')
  }
}

async function answer(tasks: TaskMap, { name, params }: TaskCall, answers: MessagePort): Promise<void> {
  const post = (message: TaskAnswer<unknown>, handedOver: ArrayBuffer[] = []): void => {
    answers.postMessage(message, handedOver)
  }
  try {
    const task = tasks[name]
    if (task === undefined) {
      throw new Error(`there is no task “${name}”`)
    }
    const value: unknown = await Reflect.apply(task, undefined, params)
    post({ ok: true, value }, ownedBuffers(value))
  } catch (error) {
    post({ ok: false, message: error instanceof Error ? error.message : String(error) })
  }
}
