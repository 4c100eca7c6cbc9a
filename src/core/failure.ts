import type { DocumentFailure } from './document-failure'
import type { RasterFailure } from './raster-failure'
import type { ServiceFailure } from './service-failure'

/** Everything that can end an expansion before its image is placed. */
export type Failure = DocumentFailure | RasterFailure | ServiceFailure | { readonly kind: 'no-key' }
