/** Part of the prelude: the object `figma`. */
export const figmaPart = String.raw`
  const figma = {}
  for (const path of Object.keys(shape.figma)) {
    const target = path === '' ? figma : {}
    addMembers(target, shape.figma[path], 'figma', (self, name) => [path, name])
    if (path === '') {
      const events = eventMethods('')
      for (const name of Object.keys(events)) define(target, name, { value: events[name], writable: false })
      define(target, 'mixed', { value: mixed, writable: false })
    } else if (path === 'ui') {
      const events = eventMethods('ui.')
      for (const name of Object.keys(events)) define(target, name, { value: events[name], writable: false })
      let onmessage
      define(target, 'onmessage', {
        get: () => onmessage,
        set(callback) {
          call('event.check', ['ui.', 'set_onmessage', 'message', callback])
          const index = listeners.findIndex((each) => each.callback === onmessage && each.property)
          if (index !== -1) listeners.splice(index, 1)
          onmessage = callback
          if (callback) listeners.push({ type: 'ui.message', callback, once: false, property: true })
        }
      })
    }
    if (path !== '') define(figma, path, { value: Object.preventExtensions(target), writable: false })
  }
  define(figma, 'notify', {
    value(message, options) {
      const id = call('notify', [message, options])
      return { cancel: () => call('notify.cancel', [id]) }
    },
    writable: false
  })
  Object.preventExtensions(figma)
`
