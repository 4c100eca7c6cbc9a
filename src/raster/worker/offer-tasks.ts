import './hand-over-bytes'
import { expose } from 'comlink'

/**
 * Offers functions to whoever started this script, once everything of it has run. A worker's starter gets the port as the
 * worker's first message; in a page, where the script is an element's text, as a message event of that element.
 */
export function offerTasks(tasks: object): void {
  const { port1, port2 } = new MessageChannel()
  expose(tasks, port1)
  port1.addEventListener('messageerror', () => {
    // Nobody can tell which call it was: in a worker this ends the worker, and with it every call under way.
    throw new Error('a call could not be read')
  })
  if ('document' in globalThis) {
    document.currentScript?.dispatchEvent(new MessageEvent('message', { ports: [port2] }))
  } else {
    self.postMessage('ready', { transfer: [port2] })
  }
}
