/** Part of the prelude: a `Promise` that knows which rejections nobody handles. */
export const promisesPart = String.raw`
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
`
