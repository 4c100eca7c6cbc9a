/** Part of the prelude: the plugin’s listeners, and the report of what they throw. */
export const eventsPart = String.raw`
  const listeners = []
  function report(error) {
    const parts = describeError(error)
    host('error', stringify([{ o: parts }]))
  }
  function describeError(error) {
    if (error !== null && typeof error === 'object' && typeof error.message === 'string') {
      return { text: String(error.name) + ': ' + error.message, stack: String(error.stack || '') }
    }
    let text = 'unknown'
    try {
      text = typeof error === 'symbol' ? 'symbol' : String(error)
    } catch (ignored) {}
    return { text, stack: '' }
  }
  function invoke(callback, values) {
    try {
      const result = callback(...values)
      if (result instanceof NativePromise && !tracked.has(result)) nativeThen.call(result, undefined, report)
      return result
    } catch (error) {
      report(error)
    }
  }
  function emit(type, values) {
    for (const listener of listeners.slice()) {
      if (listener.type !== type || listeners.indexOf(listener) === -1) continue
      if (listener.once) listeners.splice(listeners.indexOf(listener), 1)
      invoke(listener.callback, values)
    }
  }
  function eventMethods(scope) {
    const add = (operation, once) => (type, callback) => {
      call('event.check', [scope, operation, type, callback])
      listeners.push({ type: scope + type, callback, once })
    }
    return {
      on: add('on', false),
      once: add('once', true),
      off(type, callback) {
        call('event.check', [scope, 'off', type, callback])
        const index = listeners.findIndex((each) => each.type === scope + type && each.callback === callback)
        if (index !== -1) listeners.splice(index, 1)
      }
    }
  }
`
