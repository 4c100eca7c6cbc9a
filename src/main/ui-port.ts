import type { Port } from '../bridge/port'

/** Returns the main thread's end of the channel to the window. */
export const uiPort: Port = {
  post: (message) => {
    figma.ui.postMessage(message)
  },
  listen: (receive) => {
    const onMessage = (message: unknown): void => {
      receive(message)
    }
    figma.ui.on('message', onMessage)
    return () => {
      figma.ui.off('message', onMessage)
    }
  }
}
