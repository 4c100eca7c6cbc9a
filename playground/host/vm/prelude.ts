/**
 * The script that runs in the VM before the plugin: it builds the global `figma` and the few other globals of Figma's
 * main thread over one host function. What the properties and methods do, check and say is the host's; the prelude
 * only carries values across and keeps the plugin's callbacks.
 *
 * It is an expression: a function of (host, shape) that gives the host its entry points.
 * - `host(operation, json, ...buffers)` answers `json`, or `[json, ...buffers]` when bytes come along. The JSON is
 *   `{ v: value }`, `{ e: { name, message } }` (thrown) or `{ p: number }` (a promise that `settle` completes).
 * - `shape` says which members each kind of node, and `figma` itself, has (`ApiShape`).
 */
export const preludeSource = String.raw`
(function (host, shapeJson) {
  'use strict'
  const shape = JSON.parse(shapeJson)
  const { parse, stringify } = JSON
  const global = globalThis
  const mixed = Symbol('figma.mixed')
  const nativeThen = Promise.prototype.then

  // ---- values across the boundary ----
  const nodeIds = new WeakMap()
  const imageHashes = new WeakMap()
  const functions = new Map()
  let functionCount = 0

  function keepFunction(value) {
    functionCount += 1
    functions.set(functionCount, value)
    return functionCount
  }

  function className(value) {
    return Object.prototype.toString.call(value).slice(8, -1)
  }

  function bytesOf(view) {
    const whole = view.byteOffset === 0 && view.byteLength === view.buffer.byteLength
    return whole ? view.buffer : view.buffer.slice(view.byteOffset, view.byteOffset + view.byteLength)
  }

  function encode(value, buffers, path) {
    switch (typeof value) {
      case 'undefined':
        return { t: 'undefined' }
      case 'boolean':
      case 'string':
        return value
      case 'number':
        return Number.isFinite(value) && !Object.is(value, -0) ? value : { t: 'number', v: String(value) }
      case 'bigint':
        return { t: 'bigint', v: String(value) }
      case 'symbol':
        return value === mixed ? { t: 'mixed' } : { t: 'symbol' }
      case 'function':
        return { t: 'function', v: keepFunction(value) }
    }
    if (value === null) return null
    if (nodeIds.has(value)) return { t: 'node', v: nodeIds.get(value).id, k: nodeIds.get(value).kind }
    if (imageHashes.has(value)) return { t: 'image', v: imageHashes.get(value) }
    if (value instanceof Uint8Array) {
      buffers.push(bytesOf(value))
      return { t: 'bytes', v: buffers.length - 1 }
    }
    if (value instanceof Date) return { t: 'date', v: value.getTime() }
    if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return { t: 'foreign', v: className(value) }
    if (value instanceof Map || value instanceof Set || value instanceof WeakMap || value instanceof WeakSet) {
      return { t: 'foreign', v: className(value) }
    }
    if (value instanceof Promise || value instanceof RegExp) return { t: 'foreign', v: className(value) }
    if (path.indexOf(value) !== -1) throw new TypeError('Cannot unwrap a cyclic object')
    const inner = path.concat([value])
    if (Array.isArray(value)) return Array.from(value, (item) => encode(item, buffers, inner))
    const fields = {}
    for (const key of Object.keys(value)) fields[key] = encode(value[key], buffers, inner)
    return { o: fields }
  }

  function decode(value, buffers) {
    if (value === null || typeof value !== 'object') return value
    if (Array.isArray(value)) return value.map((item) => decode(item, buffers))
    if (value.o !== undefined) {
      const fields = {}
      for (const key of Object.keys(value.o)) {
        const item = decode(value.o[key], buffers)
        Object.defineProperty(fields, key, { value: item, writable: true, enumerable: true, configurable: true })
      }
      return fields
    }
    switch (value.t) {
      case 'undefined':
        return undefined
      case 'mixed':
        return mixed
      case 'symbol':
        return Symbol()
      case 'number':
        return Number(value.v)
      case 'bigint':
        return BigInt(value.v)
      case 'date':
        return new Date(value.v)
      case 'bytes':
        return new Uint8Array(buffers[value.v])
      case 'node':
        return wrapNode(value.v, value.k)
      case 'image':
        return wrapImage(value.v)
      case 'function':
        return functions.get(value.v)
    }
  }

  const errorClasses = { Error, TypeError, RangeError, ReferenceError, SyntaxError }

  const pending = new Map()
  function call(operation, values) {
    const buffers = []
    const json = stringify(encode(values, buffers, []))
    const answer = host(operation, json, ...buffers)
    const received = typeof answer === 'string' ? parse(answer) : parse(answer[0])
    if (received.e !== undefined) throw new (errorClasses[received.e.name] || Error)(received.e.message)
    if (received.p !== undefined) {
      return new Promise((resolve, reject) => pending.set(received.p, { resolve, reject }))
    }
    return decode(received.v, typeof answer === 'string' ? [] : answer.slice(1))
  }

  function freeze(value) {
    if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value) || nodeIds.has(value)) return value
    for (const key of Object.keys(value)) freeze(value[key])
    return Object.freeze(value)
  }

  // ---- nodes ----
  const prototypes = {}
  const findMethods = {
    findAll(callback) {
      const nodes = call('node.descendants', [this, 'findAll', callback])
      return callback === undefined ? nodes : nodes.filter((node) => callback(node))
    },
    findOne(callback) {
      for (const node of call('node.descendants', [this, 'findOne', callback])) if (callback(node)) return node
      return null
    },
    findChildren(callback) {
      const nodes = call('node.descendants', [this, 'findChildren', callback])
      return callback === undefined ? nodes : nodes.filter((node) => callback(node))
    },
    findChild(callback) {
      for (const node of call('node.descendants', [this, 'findChild', callback])) if (callback(node)) return node
      return null
    }
  }

  function define(target, name, descriptor) {
    Object.defineProperty(target, name, Object.assign({ enumerable: true, configurable: false }, descriptor))
  }

  function addMembers(target, members, operation, argumentsOf) {
    for (const name of members.read) {
      const descriptor = {
        get() {
          return freeze(call(operation + '.get', argumentsOf(this, name)))
        }
      }
      if (members.write.indexOf(name) !== -1) {
        descriptor.set = function (value) {
          call(operation + '.set', argumentsOf(this, name).concat([value]))
        }
      }
      define(target, name, descriptor)
    }
    for (const name of members.methods) {
      const method = { [name](...values) { return call(operation + '.call', argumentsOf(this, name).concat(values)) } }
      define(target, name, { value: method[name], writable: false })
    }
  }

  for (const kind of Object.keys(shape.nodes)) {
    const members = shape.nodes[kind]
    const prototype = {}
    addMembers(prototype, members, 'node', (self, name) => [self, name])
    for (const name of members.finds) define(prototype, name, { value: findMethods[name], writable: false })
    if (kind === 'PAGE') {
      for (const name of ['on', 'once', 'off']) {
        const listen = function (type, callback) {
          eventMethods('page:' + nodeIds.get(this).id + '.')[name](type, callback)
        }
        define(prototype, name, { value: listen, writable: false })
      }
    }
    define(prototype, 'toString', { value() { return call('node.call', [this, 'toString']) }, writable: false })
    prototypes[kind] = Object.preventExtensions(prototype)
  }

  function wrapNode(id, kind) {
    const node = Object.create(prototypes[kind])
    nodeIds.set(node, { id, kind })
    define(node, 'id', { value: id, writable: false })
    return Object.preventExtensions(node)
  }

  // ---- images ----
  function wrapImage(hash) {
    const image = {}
    imageHashes.set(image, hash)
    define(image, 'hash', { value: hash, writable: false })
    define(image, 'getBytesAsync', { value: () => call('image.getBytesAsync', [hash]), writable: false })
    define(image, 'getSizeAsync', { value: () => call('image.getSizeAsync', [hash]), writable: false })
    return Object.preventExtensions(image)
  }

  // ---- events ----
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

  // ---- figma ----
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

  // ---- promises: which rejections nobody handles ----
  const NativePromise = Promise
  const tracked = new WeakSet()
  const handled = new WeakSet()
  let rejections = []
  let observing = false
  function observe(promise) {
    tracked.add(promise)
    observing = true
    nativeThen.call(promise, undefined, (reason) => {
      if (!handled.has(promise)) rejections.push({ promise, reason })
    })
    observing = false
  }
  function TrackedPromise(executor) {
    if (new.target === undefined) throw new TypeError('must be called with new')
    const promise = Reflect.construct(NativePromise, [executor], new.target)
    if (!observing) observe(promise)
    return promise
  }
  for (const key of Reflect.ownKeys(NativePromise)) {
    if (key === 'length' || key === 'prototype') continue
    Object.defineProperty(TrackedPromise, key, Object.getOwnPropertyDescriptor(NativePromise, key))
  }
  TrackedPromise.prototype = NativePromise.prototype
  const hidden = (value) => ({ value, writable: true, enumerable: false, configurable: true })
  Object.defineProperty(NativePromise.prototype, 'constructor', hidden(TrackedPromise))
  Object.defineProperty(
    NativePromise.prototype,
    'then',
    hidden(function then(fulfilled, rejected) {
      handled.add(this)
      return nativeThen.call(this, fulfilled, rejected)
    })
  )
  Object.defineProperty(global, 'Promise', hidden(TrackedPromise))

  // ---- the other globals ----
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

  // ---- what the host may call ----
  return {
    settle(id, fulfilled, json, ...buffers) {
      const promise = pending.get(id)
      pending.delete(id)
      if (promise === undefined) return
      if (fulfilled) {
        promise.resolve(decode(parse(json), buffers))
        return
      }
      const reason = parse(json)
      promise.reject(reason.plain ? reason.message : new (errorClasses[reason.name] || Error)(reason.message))
    },
    emit(type, json, ...buffers) {
      emit(type, decode(parse(json), buffers))
    },
    timer(id) {
      const entry = timers.get(id)
      if (entry === undefined) return
      if (!entry.repeat) timers.delete(id)
      if (typeof entry.callback === 'function') invoke(entry.callback, entry.values)
    },
    invoke(index, json) {
      const callback = functions.get(index)
      const result = callback === undefined ? undefined : invoke(callback, decode(parse(json), []))
      return stringify(result === undefined || typeof result === 'object' ? null : result)
    },
    rejections() {
      const unhandled = rejections.filter(({ promise }) => !handled.has(promise))
      rejections = []
      return stringify(unhandled.map(({ reason }) => describeError(reason)))
    }
  }
})
`
