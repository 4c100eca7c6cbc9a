import type { Size } from '../../core/geometry/size'
import { workingSize } from './compose/draw-at-working-size'
import { type KnownMask, knownMask } from './original/known-mask'
import { drawOriginal, type OriginalImage } from './original/original-image'
import type { SnapshotImage } from './original/snapshot-image'
import type { CanvasTemplate } from './register/canvas-template'
import { cellSide } from './register/cut-patches'
import { expectedRegistration } from './register/expected-registration'
import { originalTemplate } from './register/original-template'

/** All that is known of the original before the service's picture has been decoded. */
export interface PreparedOriginal {
  readonly mask: KnownMask
  readonly original: OriginalImage
  readonly template: CanvasTemplate
}

/**
 * Draws the original and makes it ready to be looked for in a result of `result` px where it is expected. Meant to be done
 * while the browser decodes that result on another thread. Rejects where a layer cannot be read.
 */
export async function prepareOriginal(sent: SnapshotImage, result: Size): Promise<PreparedOriginal> {
  const { canvasSize, kept } = sent
  const mask = knownMask(kept, canvasSize)
  const original = await drawOriginal(sent)
  const template = originalTemplate(original, mask)
  template.patchesAt(cellSide(expectedRegistration(canvasSize, workingSize(result, canvasSize))))
  return { mask, original, template }
}
