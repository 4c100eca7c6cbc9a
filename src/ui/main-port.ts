import type { Port } from '../bridge/port'

/** The window's end of the channel to the main thread: Figma wraps each message as `pluginMessage`. */
export const mainPort: Port = {
  post: (message, handedOver = []) => {
    parent.postMessage({ pluginMessage: message }, '*', [...handedOver])
  },
  listen: (receive) => {
    const onMessage = ({ data }: MessageEvent<unknown>): void => {
      if (typeof data === 'object' && data !== null && 'pluginMessage' in data) {
        receive(data.pluginMessage)
      }
    }
    window.addEventListener('message', onMessage)
    return () => {
      window.removeEventListener('message', onMessage)
    }
  }
}
