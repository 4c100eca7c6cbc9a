import type { Size } from '../../../core/geometry/size'
import { type Registration, roundingSlack } from './registration'

/**
 * Computes the registration of a result whose edges are the canvas's, as requested. A result of another shape is assumed to
 * contain the whole canvas, as large as it fits, in its middle.
 */
export function expectedRegistration(canvas: Size, result: Size): Registration {
  const across = result.width / canvas.width
  const down = result.height / canvas.height
  const scale = (across + down) / 2
  const offBy = Math.max(
    Math.abs(result.width - scale * canvas.width),
    Math.abs(result.height - scale * canvas.height)
  )
  if (offBy <= roundingSlack) {
    return { scaleX: across, scaleY: down, x0: 0, y0: 0 }
  }
  const least = Math.min(across, down)
  return {
    scaleX: least,
    scaleY: least,
    x0: (result.width - least * canvas.width) / 2,
    y0: (result.height - least * canvas.height) / 2
  }
}
