import { serveTasks } from './serve-tasks'
import type { TaskMap } from './task-messages'

/**
 * Serves tasks to whoever started this script, once everything of it has run. A worker's starter gets the port as the
 * worker's first message; in a page, where the script is an element's text, as a message event of that element.
 */
export function offerTasks(tasks: TaskMap): void {
  const { port1, port2 } = new MessageChannel()
  serveTasks(port1, tasks)
  if ('document' in globalThis) {
    document.currentScript?.dispatchEvent(new MessageEvent('message', { ports: [port2] }))
  } else {
    self.postMessage('ready', { transfer: [port2] })
  }
}
