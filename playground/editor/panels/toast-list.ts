import type { Toast, Toasts } from '../../host/api/figma/figma-host'

export interface ShownToast extends Toast {
  readonly id: number
  readonly dismiss: (reason: NotifyDequeueReason) => void
}

/** The toasts of `figma.notify` that are on screen, and the texts of all that ever were. */
export class ToastList implements Toasts {
  shown: readonly ShownToast[] = []
  readonly history: string[] = []
  #count = 0
  readonly #onChange: () => void

  constructor(onChange: () => void) {
    this.#onChange = onChange
  }

  readonly show = (toast: Toast): (() => void) => {
    this.#count += 1
    const id = this.#count
    let timer: ReturnType<typeof setTimeout> | undefined
    const dismiss = (reason: NotifyDequeueReason): void => {
      if (!this.shown.some((each) => each.id === id)) return
      clearTimeout(timer)
      this.shown = this.shown.filter((each) => each.id !== id)
      toast.onGone(reason)
      this.#onChange()
    }
    if (Number.isFinite(toast.timeout))
      timer = setTimeout(() => {
        dismiss('timeout')
      }, toast.timeout)
    this.shown = [...this.shown, { ...toast, id, dismiss }]
    this.history.push(toast.text)
    this.#onChange()
    return () => {
      dismiss('dismiss')
    }
  }
}
