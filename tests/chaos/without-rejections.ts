/** Does work in whose time a promise that is rejected and not caught is told to nobody else, such as a test runner. */
export async function withoutRejections(
  onRejected: (reason: unknown) => void,
  work: () => Promise<void>
): Promise<void> {
  const others = process.listeners('unhandledRejection')
  process.removeAllListeners('unhandledRejection')
  process.on('unhandledRejection', onRejected)
  try {
    await work()
  } finally {
    process.off('unhandledRejection', onRejected)
    others.forEach((listener) => process.on('unhandledRejection', listener))
  }
}
