import type { Size } from '../../core/geometry/size'
import { readImageHeader } from '../../core/png/image-header'
import { readHeader } from '../canvas/read-header'
import type { ReadableCanvas } from '../canvas/readable-canvas'
import { type ComparedCanvas, readSentCanvas } from './compare-known-area'
import { workingSize } from './compose/draw-at-working-size'
import { roughUpload } from './is-unchanged'
import { type KnownMask, knownMask } from './original/known-mask'
import { drawOriginal, type OriginalImage } from './original/original-image'
import type { CanvasTemplate } from './register/canvas-template'
import { cellSide } from './register/cut-patches'
import { expectedRegistration } from './register/expected-registration'
import { originalTemplate } from './register/original-template'
import { type OriginalBoundary, originalBoundary, windowReach } from './seam/original-boundary'
import type { Snapshot } from './snapshot'

/** All that finishing needs and no result has a part in. Nothing of it is changed by finishing, whatever result comes. */
export interface PreparedSnapshot {
  readonly mask: KnownMask
  readonly original: OriginalImage
  readonly template: CanvasTemplate
  readonly boundary: OriginalBoundary
  /** A small copy of about what was sent, made when it is first asked for. */
  readonly rough: () => ReadableCanvas
  /** Null where no canvas was sent, or it cannot be read. */
  readonly compared: ComparedCanvas | null
}

/**
 * Draws the original and makes it ready to be looked for where it is expected in a result of `result` px (null: of the size
 * that is likely), and to be compared there. Meant to be done while the service works, or at the latest while the browser
 * decodes the result on another thread. Rejects where a layer cannot be read.
 */
export async function prepareSnapshot(sent: Snapshot, result: Size | null): Promise<PreparedSnapshot> {
  const { canvasSize, kept } = sent.picture
  // A canvas that cannot be compared is no reason not to finish: the result is paid for.
  const comparing = sent.canvas === null ? null : readSentCanvas(sent.canvas).catch(() => null)
  const mask = knownMask(kept, canvasSize)
  const original = await drawOriginal(sent.picture)
  const template = originalTemplate(original, mask)
  const boundary = originalBoundary(original, mask)
  const drawn = workingSize(result ?? (await likelySize(sent)), canvasSize)
  const step = cellSide(expectedRegistration(canvasSize, drawn))
  template.patchesAt(step)
  boundary(windowReach(step))
  const rough = once(() => roughUpload(original, mask))
  // Where a result is here already, it may do without.
  if (result === null) rough()
  return { mask, original, template, boundary, rough, compared: await comparing }
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** The size of what was sent, which most results have, px. */
async function likelySize({ picture, canvas }: Snapshot): Promise<Size> {
  const header = canvas === null ? null : readImageHeader(await readHeader(canvas.upload))
  return header ?? picture.canvasSize
}
