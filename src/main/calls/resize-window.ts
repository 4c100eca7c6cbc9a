import type { Params, Reply } from '../../bridge/protocol'
import type { Size } from '../../core/geometry/size'
import { type Outcome, succeed } from '../../core/outcome'
import { allowedWindowSize, firstWindowSize, sizeWithin } from '../../core/window-size'
import { readStored } from '../storage/stored-values'

/** Storage that has not answered by then, ms, is not waited for: the plugin has to open. */
const patience = 150

/**
 * Reads the size that the window had last on this device, as far as it fits on the screen by now; its first size where
 * that cannot be read.
 */
export async function openingWindowSize(): Promise<Size> {
  const stored = readStored({ name: 'window-size' })
  const late = new Promise<null>((resolve) => {
    setTimeout(() => {
      resolve(null)
    }, patience)
  })
  const read = await Promise.race([stored, late])
  return fitting(read?.ok === true ? read.value : firstWindowSize)
}

/** Makes the window so large, or as nearly as is allowed; gives the size that it has then. */
export function resizeWindow(size: Params<'resize-window'>): Outcome<Reply<'resize-window'>, never> {
  const allowed = fitting(size)
  figma.ui.resize(allowed.width, allowed.height)
  return succeed(allowed)
}

/** The nearest size that the window may have, and has room for in the editor's view. */
function fitting(size: Size): Size {
  const { bounds, zoom } = figma.viewport
  return allowedWindowSize(sizeWithin(size, { width: bounds.width * zoom, height: bounds.height * zoom }))
}
