import type { Params, Reply } from '../../bridge/protocol'
import type { Size } from '../../core/geometry/size'
import { type Outcome, succeed } from '../../core/outcome'
import { allowedWindowSize, firstWindowSize, sizeWithin } from '../../core/window-size'
import { readStored } from '../storage/stored-values'

/** Longest wait for the storage, ms: the plugin has to open. */
const patience = 150

/**
 * Reads the window's last size on this device, limited to the present screen; returns the first size if it cannot be read.
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

/** Resizes the window to the nearest allowed size and returns that size. */
export function resizeWindow(size: Params<'resize-window'>): Outcome<Reply<'resize-window'>, never> {
  const allowed = fitting(size)
  figma.ui.resize(allowed.width, allowed.height)
  return succeed(allowed)
}

/** Computes the nearest allowed size that fits the editor's view. */
function fitting(size: Size): Size {
  const { bounds, zoom } = figma.viewport
  return allowedWindowSize(sizeWithin(size, { width: bounds.width * zoom, height: bounds.height * zoom }))
}
