import { safeParse } from 'valibot'
import type { Params } from '../../bridge/protocol'
import { sizeSchema } from '../../bridge/schemas'
import type { Size } from '../../core/geometry/size'
import type { DocumentFailure } from '../../core/failures'
import { succeed, type Outcome } from '../../core/outcome'
import { allowedWindowSize, firstWindowSize, sizeWithin } from '../../core/window-size'
import { attemptStorage } from '../storage/device-storage'

const sizeEntry = 'window-size'

/** Storage that has not answered by then, ms, is not waited for: the plugin has to open. */
const patience = 150

/**
 * Reads the size that the window had last on this device, as far as it fits on the screen by now; its first size where
 * that cannot be read.
 */
export async function openingWindowSize(): Promise<Size> {
  const stored = attemptStorage(() => figma.clientStorage.getAsync(sizeEntry))
  const late = new Promise<null>((resolve) => {
    setTimeout(() => {
      resolve(null)
    }, patience)
  })
  const read = await Promise.race([stored, late])
  const parsed = safeParse(sizeSchema, read?.ok === true ? read.value : null)
  return fitting(parsed.success ? parsed.output : firstWindowSize)
}

/** Makes the window so large, or as nearly as is allowed. `isFinal`: it is opened so from now on. */
export async function resizeWindow({
  size,
  isFinal
}: Params<'resize-window'>): Promise<Outcome<null, DocumentFailure>> {
  const allowed = fitting(size)
  figma.ui.resize(allowed.width, allowed.height)
  return isFinal
    ? attemptStorage(async () => {
        await figma.clientStorage.setAsync(sizeEntry, allowed)
        return null
      })
    : succeed(null)
}

/** The nearest size that the window may have, and has room for in the editor's view. */
function fitting(size: Size): Size {
  const { bounds, zoom } = figma.viewport
  return allowedWindowSize(sizeWithin(size, { width: bounds.width * zoom, height: bounds.height * zoom }))
}
