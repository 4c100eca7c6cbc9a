/** Lets others have their turn: where workers are refused, the window's own thread does this work. */
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
