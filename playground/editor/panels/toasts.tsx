import type { JSX } from 'preact'
import type { Workspace } from '../workspace'

/** The toasts at the bottom of the canvas. */
export function ToastStack({ workspace }: { readonly workspace: Workspace }): JSX.Element {
  return (
    <div class="toasts" role="status">
      {workspace.toasts.shown.map((toast) => (
        <div key={toast.id} class={`toast${toast.error ? ' is-error' : ''}`}>
          <span>{toast.text}</span>
          {toast.buttonText !== null && <button onClick={toast.onButton}>{toast.buttonText}</button>}
          <button
            aria-label="Dismiss"
            onClick={() => {
              toast.dismiss('dismiss')
            }}
          >
            ✕
          </button>
        </div>
      ))}
    </div>
  )
}
