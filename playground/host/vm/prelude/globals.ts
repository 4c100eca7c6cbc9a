/** Part of the prelude: the other globals of the main thread. */
export const globalsPart = String.raw`
  const timers = new Map()
  const timer = (repeat) => (callback, wait, ...values) => {
    const id = call('timer.start', [repeat, typeof wait === 'number' ? wait : 0])
    timers.set(id, { callback, values, repeat })
    return id
  }
  const clear = (id) => {
    if (timers.delete(id)) call('timer.stop', [id])
  }
  const log = (level) => (...values) => {
    const buffers = []
    host('console', stringify([level, values.map((value) => describe(value, 0))]), ...buffers)
  }
  function describe(value, depth) {
    if (typeof value === 'string') return depth === 0 ? value : stringify(value)
    if (value === null || typeof value !== 'object') return typeof value === 'function' ? 'function' : String(value)
    if (nodeIds.has(value)) return '[' + nodeIds.get(value).kind + ' ' + nodeIds.get(value).id + ']'
    if (value instanceof Error) return describeError(value).text
    if (ArrayBuffer.isView(value)) return className(value) + '(' + value.byteLength + ')'
    if (depth > 3) return '…'
    if (Array.isArray(value)) return '[' + value.map((item) => describe(item, depth + 1)).join(', ') + ']'
    const fields = Object.keys(value).map((key) => key + ': ' + describe(value[key], depth + 1))
    return '{ ' + fields.join(', ') + ' }'
  }
  function copy(value, seen) {
    if (typeof value === 'function' || typeof value === 'symbol') {
      throw new Error('The object can not be cloned.')
    }
    if (value === null || typeof value !== 'object') return value
    if (seen.has(value)) return seen.get(value)
    const keep = (made) => {
      seen.set(value, made)
      return made
    }
    if (value instanceof Date) return keep(new Date(value.getTime()))
    if (value instanceof RegExp) return keep(new RegExp(value.source, value.flags))
    if (value instanceof ArrayBuffer) return keep(value.slice(0))
    if (ArrayBuffer.isView(value)) return keep(new value.constructor(value))
    if (value instanceof Map) {
      const made = keep(new Map())
      value.forEach((item, key) => made.set(copy(key, seen), copy(item, seen)))
      return made
    }
    if (value instanceof Set) {
      const made = keep(new Set())
      value.forEach((item) => made.add(copy(item, seen)))
      return made
    }
    if (value instanceof Error) {
      const made = keep(new (errorClasses[value.name] || Error)(value.message))
      return made
    }
    const made = keep(Array.isArray(value) ? [] : {})
    for (const key of Object.keys(value)) made[key] = copy(value[key], seen)
    return made
  }
  const consoleObject = {}
  for (const level of ['log', 'error', 'info', 'warn']) consoleObject[level] = log(level)
  consoleObject.clear = () => {}
  consoleObject.assert = (condition, ...values) => {
    if (!condition) log('error')('Assertion failed:', ...values)
  }
  for (const name of shape.absentGlobals) delete global[name]
  const globals = {
    figma,
    __html__: shape.html,
    __uiFiles__: shape.uiFiles,
    console: consoleObject,
    setTimeout: timer(false),
    setInterval: timer(true),
    clearTimeout: clear,
    clearInterval: clear,
    fetch: () => Promise.reject(new TypeError('Failed to fetch')),
    structuredClone: (value) => copy(value, new Map())
  }
  for (const name of Object.keys(globals)) {
    if (globals[name] === undefined) continue
    Object.defineProperty(global, name, {
      value: globals[name],
      writable: name !== 'figma',
      enumerable: true,
      configurable: name !== 'figma'
    })
  }
`
