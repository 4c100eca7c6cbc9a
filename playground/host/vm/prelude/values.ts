/** Part of the prelude: values across the boundary, and the call of the host. */
export const valuesPart = String.raw`
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
        return Number.isFinite(value) && !Object.is(value, -0) ? value : { t: 'number', v: value === 0 ? '-0' : String(value) }
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
    const fields = Object.create(null)
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
`
