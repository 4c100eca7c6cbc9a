/** Everything that can go wrong with pixels in the browser. Plain data; `detail` is for the technical report. */
export type RasterFailure =
  /** The platform's export could not be read as an image. */
  | { readonly kind: 'unreadable-export'; readonly detail: string }
  /** No encoding of the upload stays under the service's limits. */
  | { readonly kind: 'upload-cannot-fit'; readonly detail: string }
  /** The picture covers the whole frame and is see-through nowhere: there is nothing to be generated. */
  | { readonly kind: 'nothing-empty' }
  /** Nothing of the picture is fully seen: there is nothing to be kept. */
  | { readonly kind: 'nothing-to-keep' }
  /** What the service sent is not an image that can be read, or too large to be read. */
  | { readonly kind: 'unreadable-result'; readonly detail: string }
