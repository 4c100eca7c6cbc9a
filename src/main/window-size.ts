import { safeParse } from 'valibot'
import type { Params } from '../bridge/protocol'
import { sizeSchema } from '../bridge/schemas'
import type { DocumentFailure } from '../core/document-failure'
import { succeed, type Outcome } from '../core/outcome'
import { allowedWindowSize } from '../core/window-size'
import { attemptStorage } from './storage'

const sizeEntry = 'window-size'

/** Gives the open window the size that it had last on this device; where that cannot be read, it stays as it is. */
export async function restoreWindowSize(): Promise<void> {
  const stored = await attemptStorage(() => figma.clientStorage.getAsync(sizeEntry))
  const parsed = safeParse(sizeSchema, stored.ok ? stored.value : null)
  if (parsed.success) {
    resizeTo(parsed.output)
  }
}

/** Makes the window so large, or as nearly as is allowed. `isFinal`: it is opened so from now on. */
export async function resizeWindow({
  size,
  isFinal
}: Params<'resize-window'>): Promise<Outcome<null, DocumentFailure>> {
  const allowed = resizeTo(size)
  return isFinal
    ? attemptStorage(async () => {
        await figma.clientStorage.setAsync(sizeEntry, allowed)
        return null
      })
    : succeed(null)
}

function resizeTo(size: Params<'resize-window'>['size']): Params<'resize-window'>['size'] {
  const allowed = allowedWindowSize(size)
  figma.ui.resize(allowed.width, allowed.height)
  return allowed
}
