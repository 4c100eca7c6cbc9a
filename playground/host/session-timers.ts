/** The timers of one plugin: what `setTimeout` and `setInterval` start, all stopped when the plugin closes. */
export class SessionTimers {
  readonly #running = new Map<number, () => void>()
  readonly #fire: (id: number) => void
  #count = 0

  constructor(fire: (id: number) => void) {
    this.#fire = fire
  }

  start(repeat: boolean, waitMs: number): number {
    this.#count += 1
    const id = this.#count
    if (repeat) {
      const interval = setInterval(() => {
        this.#fire(id)
      }, waitMs)
      this.#running.set(id, () => {
        clearInterval(interval)
      })
    } else {
      const timeout = setTimeout(() => {
        this.#running.delete(id)
        this.#fire(id)
      }, waitMs)
      this.#running.set(id, () => {
        clearTimeout(timeout)
      })
    }
    return id
  }

  stop(id: number): void {
    this.#running.get(id)?.()
    this.#running.delete(id)
  }

  stopAll(): void {
    for (const id of [...this.#running.keys()]) this.stop(id)
  }
}
