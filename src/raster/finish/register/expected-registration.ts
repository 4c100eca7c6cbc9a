import type { Size } from '../../../core/geometry/size'
import { type Registration, roundingSlack } from './registration'

/**
 * The place that a result of this size has when the service did as it was asked: its edges are the canvas's. A result of
 * another shape covers the canvas and is centred on it, for want of anything better.
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
