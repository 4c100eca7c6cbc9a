import type { Task } from './task'

/** Reference: "The result image URL is valid for 1 hour"; facts: the service keeps a task for the hour. */
export const hourMs = 3_600_000

/** The tasks of the last hour, by id. */
export class TaskStore {
  readonly #tasks = new Map<string, Task>()

  get all(): readonly Task[] {
    return [...this.#tasks.values()]
  }

  add(task: Task): void {
    this.#tasks.set(task.plan.id, task)
  }

  /** The task of this key, unless an hour passed since it was made. */
  find(id: string, key: string, nowMs: number): Task | undefined {
    this.#forget(nowMs)
    const task = this.#tasks.get(id)
    if (task?.plan.key !== key) return undefined
    return nowMs - task.plan.createdAtMs < hourMs ? task : undefined
  }

  /** The bytes of a task's nth image, for a link. */
  imageOf(id: string, index: number): Uint8Array | undefined {
    const outcome = this.#tasks.get(id)?.outcome
    return outcome?.kind === 'done' ? outcome.images[index] : undefined
  }

  reset(): void {
    this.#tasks.clear()
  }

  /** Two hours, not one: the hour of a result's link begins later than that of its task. */
  #forget(nowMs: number): void {
    for (const [id, { plan }] of this.#tasks) {
      if (nowMs - plan.createdAtMs >= 2 * hourMs) this.#tasks.delete(id)
    }
  }
}
