import { createRasterClient, type RasterClient } from '../raster/worker/raster-client'
import type { TaskHost } from '../raster/worker/task-caller'

/**
 * The pixel work, done off the window's thread: in a worker that is started at the first call, and again after it
 * crashed. Where a worker is refused (by a content security policy), the same script runs in the window itself.
 */
export function createRasterPort(source: string): RasterClient {
  let isRefused = false
  return createRasterClient(async () => {
    const host = isRefused ? null : await startWorker(source)
    isRefused = host === null
    return host ?? runInWindow(source)
  })
}

/** Starts a script as a worker. Null when it is refused, which is an exception or an event, as the browser likes. */
function startWorker(source: string): Promise<TaskHost | null> {
  return new Promise((resolve) => {
    const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }))
    const settle = (host: TaskHost | null): void => {
      URL.revokeObjectURL(url)
      resolve(host)
    }
    try {
      const worker = new Worker(url)
      const lost = new AbortController()
      const stop = (event: Event): void => {
        worker.terminate()
        lost.abort(event instanceof ErrorEvent ? event.message : event.type)
        settle(null)
      }
      worker.addEventListener('error', stop)
      worker.addEventListener('messageerror', stop)
      worker.addEventListener('message', ({ ports: [port] }) => {
        settle(port === undefined ? null : { port, lost: lost.signal })
      })
    } catch {
      settle(null)
    }
  })
}

/** Runs a script as the text of an element, which the browser does before it is appended. Throws when it is refused. */
function runInWindow(source: string): TaskHost {
  const ports: MessagePort[] = []
  const script = document.createElement('script')
  script.addEventListener('message', (event) => {
    if (event instanceof MessageEvent) ports.push(...event.ports)
  })
  script.textContent = source
  document.head.append(script)
  script.remove()
  const [port] = ports
  if (port === undefined) {
    throw new Error('the pixel work may run neither in a worker nor in the window')
  }
  return { port, lost: new AbortController().signal }
}
