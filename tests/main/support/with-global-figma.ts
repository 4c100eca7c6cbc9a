/** Sets the global `figma` for as long as the action takes, a promise's time included. */
export function withGlobalFigma<Result>(api: object, action: () => Result): Result {
  const before: unknown = Reflect.get(globalThis, 'figma')
  const restore = (): void => {
    if (before === undefined) {
      Reflect.deleteProperty(globalThis, 'figma')
    } else {
      Reflect.set(globalThis, 'figma', before)
    }
  }
  Reflect.set(globalThis, 'figma', api)
  let result: Result
  try {
    result = action()
  } catch (error) {
    restore()
    throw error
  }
  if (result instanceof Promise) {
    // `finally` settles as the promise does.
    return result.finally(restore) as Result
  }
  restore()
  return result
}
