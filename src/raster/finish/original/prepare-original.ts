import type { Size } from '../../../core/geometry/size'
import type { CanvasTemplate } from '../register/canvas-template'
import { cellSide } from '../register/cut-patches'
import { drawnSize } from '../compose/draw-result'
import { expectedPlace } from '../register/expected-registration'
import { keptMask, type KeptMask } from './known-mask'
import { drawOriginal, type OriginalPicture } from './original-image'
import { originalTemplate } from '../register/original-template'
import type { SentPicture } from '../snapshot'

/** All that is known of the original before the service's picture has been decoded. */
export interface PreparedOriginal {
  readonly mask: KeptMask
  readonly original: OriginalPicture
  readonly template: CanvasTemplate
}

/**
 * Draws the original and makes it ready to be looked for in a result of `result` px where it is expected. Meant to be done
 * while the browser decodes that result on another thread. Rejects where a layer cannot be read.
 */
export async function prepareOriginal(sent: SentPicture, result: Size): Promise<PreparedOriginal> {
  const { canvasSize, kept } = sent
  const mask = keptMask(kept, canvasSize)
  const original = await drawOriginal(sent)
  const template = originalTemplate(original, mask)
  template.patchesAt(cellSide(expectedPlace(canvasSize, drawnSize(result, canvasSize))))
  return { mask, original, template }
}
