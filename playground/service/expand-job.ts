import type { Ratios } from './create-order'
import type { Faults } from './faults'

/** The faults that change the result's pixels, its size or its coding. */
export type ResultFaults = Pick<
  Faults,
  | 'result-format'
  | 'jpeg-artefacts'
  | 'huge-result'
  | 'long-side'
  | 'size-error'
  | 'extra-side'
  | 'tone-drift'
  | 'colour-cast'
  | 'colour-cast-side'
  | 'repaint-kept'
  | 'unchanged'
  | 'inverted-mask'
>

/** One result to be made, as plain data: it crosses to the worker. */
export interface ExpandJob {
  /** PNG or JPEG bytes. */
  readonly image: Uint8Array
  /** PNG or JPEG bytes of the image's size; present: canvas mode, and `ratios` does not count. */
  readonly mask: Uint8Array | undefined
  readonly ratios: Ratios
  /** 0 keeps a canvas as it was uploaded (reference, strength). */
  readonly strength: number | undefined
  /** A whole number: the same job gives the same bytes. */
  readonly seed: number
  readonly faults: ResultFaults
}
