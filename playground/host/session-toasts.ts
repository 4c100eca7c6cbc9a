import type { Toasts } from './api/figma/figma-host'
import { readNotification } from './api/figma/notification-options'
import { inOperation } from './api/node-api'
import type { VmFunction } from './vm/wire'

/** Calls a function of the plugin, if it still runs. */
type Invoke = (callback: VmFunction, values: readonly unknown[]) => unknown

/** The toasts of one run of the plugin. */
export class SessionToasts {
  readonly #toasts: Toasts
  readonly #invoke: Invoke
  readonly #shown = new Map<number, { readonly remove: () => void; readonly hasButton: boolean }>()
  #count = 0

  constructor(toasts: Toasts, invoke: Invoke) {
    this.#toasts = toasts
    this.#invoke = invoke
  }

  /** Shows what `figma.notify` was given, and gives the number by which it can be cancelled. */
  notify([message, options]: readonly unknown[]): number {
    const notification = inOperation('notify', () => readNotification(message, options))
    const { action, onDequeue, buttonText } = notification
    this.#count += 1
    const id = this.#count
    const remove = this.#toasts.show({
      ...notification,
      onButton: () => {
        const stays = action !== null && this.#invoke(action, []) === false
        if (!stays) remove()
      },
      onGone: (reason) => {
        this.#shown.delete(id)
        if (onDequeue !== null) this.#invoke(onDequeue, [reason])
      }
    })
    this.#shown.set(id, { remove, hasButton: buttonText !== null })
    return id
  }

  cancel(id: number): void {
    this.#shown.get(id)?.remove()
  }

  /** "If the message includes a custom action button, it will be closed automatically when the plugin closes." */
  closeButtons(): void {
    for (const { remove, hasButton } of [...this.#shown.values()]) if (hasButton) remove()
  }
}
