/*
 * Runs in the browser, in each frame, before any script of the frame: makes its clocks and timers such that a script can
 * move them ahead. The editor's frame is the clock of the plugin's main thread too: QuickJS asks it for the time, and the
 * timers of the main thread are the editor's. What it adds to the window is declared in script-clock.ts.
 */
interface Timer {
  readonly call: () => void
  readonly everyMs: number | null
  dueAtMs: number
  /** The browser's own timer that stands for it. */
  handle: number
}

const own = {
  epochMs: Date.now.bind(Date),
  nowMs: performance.now.bind(performance),
  setTimeout: window.setTimeout.bind(window),
  clearTimeout: window.clearTimeout.bind(window)
}
const timers = new Map<number, Timer>()
let count = 0

const aheadMs = (): number => window.clockAheadMs ?? 0
const nowMs = (): number => own.nowMs() + aheadMs()
const epochMs = (): number => own.epochMs() + aheadMs()

function start(id: number, timer: Timer): void {
  timer.handle = own.setTimeout(
    () => {
      if (timer.everyMs === null) {
        timers.delete(id)
      } else {
        timer.dueAtMs = nowMs() + timer.everyMs
        start(id, timer)
      }
      timer.call()
    },
    Math.max(0, timer.dueAtMs - nowMs())
  )
}

function add(call: () => void, delayMs: number, repeats: boolean): number {
  count += 1
  const everyMs = repeats ? Math.max(1, delayMs) : null
  const timer = { call, everyMs, dueAtMs: nowMs() + Math.max(0, delayMs), handle: 0 }
  timers.set(count, timer)
  start(count, timer)
  return count
}

function remove(id: number | undefined): void {
  const timer = timers.get(id ?? 0)
  if (timer !== undefined) {
    own.clearTimeout(timer.handle)
    timers.delete(id ?? 0)
  }
}

type Call = (...values: readonly unknown[]) => void

performance.now = nowMs
Object.assign(window, {
  Date: new Proxy(Date, {
    construct: (target, values: ConstructorParameters<DateConstructor> | []) =>
      values.length === 0 ? new target(epochMs()) : new target(...values),
    get: (target, name, receiver): unknown => (name === 'now' ? epochMs : Reflect.get(target, name, receiver))
  }),
  setTimeout: (call: Call, delayMs = 0, ...values: readonly unknown[]) =>
    add(
      () => {
        call(...values)
      },
      delayMs,
      false
    ),
  setInterval: (call: Call, delayMs = 0, ...values: readonly unknown[]) =>
    add(
      () => {
        call(...values)
      },
      delayMs,
      true
    ),
  clearTimeout: remove,
  clearInterval: remove,
  startTimersAnew: () => {
    for (const [id, timer] of [...timers].sort(([, one], [, other]) => one.dueAtMs - other.dueAtMs)) {
      own.clearTimeout(timer.handle)
      start(id, timer)
    }
  }
})

export {}
