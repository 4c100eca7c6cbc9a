/** Yields to the event loop once, for the case that workers are refused and the window's own thread does the work. */
export function yieldToEventLoop(): Promise<unknown> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve(null)
    }
    port2.postMessage(null)
  })
}
