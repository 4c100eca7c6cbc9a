/** Part of the prelude: what the host may call. */
export const entriesPart = String.raw`
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
`
