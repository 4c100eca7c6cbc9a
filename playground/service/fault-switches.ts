import { changeFaults, type FaultName, type Faults, noFaults } from './faults'

/** The faults that are on, and how often each counted one was used since it was set. */
export class FaultSwitches {
  #faults: Faults = noFaults
  readonly #uses = new Map<FaultName, number>()

  get current(): Faults {
    return this.#faults
  }

  /** Changes some faults; the counts of those that are named begin anew. */
  change(change: unknown): void {
    this.#faults = changeFaults(this.#faults, change)
    if (typeof change !== 'object' || change === null) return
    const named = new Set(Object.keys(change))
    const restarted = [...this.#uses.keys()].filter((name) => named.has(name))
    for (const name of restarted) this.#uses.delete(name)
  }

  reset(): void {
    this.#faults = noFaults
    this.#uses.clear()
  }

  /** True for the first `times` calls since `name` was set. */
  use(name: FaultName, times: number): boolean {
    const used = this.#uses.get(name) ?? 0
    if (used >= times) return false
    this.#uses.set(name, used + 1)
    return true
  }
}
