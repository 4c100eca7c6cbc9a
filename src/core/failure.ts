import type { DocumentFailure } from './document-failure'
import type { RasterFailure } from './raster-failure'
import type { ServiceFailure } from './service-failure'

/** Everything that can end an expansion before its image is placed. */
export type Failure =
  | DocumentFailure
  | RasterFailure
  | ServiceFailure
  | { readonly kind: 'no-key' }
  /** The result kept what was to be generated, and not what was to be kept: it is not placed by itself. */
  | { readonly kind: 'mask-misread' }
  /** The service returned what it was sent, with nothing new in it: it is not placed by itself. */
  | { readonly kind: 'unchanged' }
