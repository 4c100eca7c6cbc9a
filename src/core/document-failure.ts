/** Everything that can go wrong on the document's side of the bridge. Plain data; `detail` is for the technical report. */
export type DocumentFailure =
  /** The layer was removed after it was looked at. */
  | { readonly kind: 'node-gone' }
  /** The layer can no longer be expanded as planned. */
  | { readonly kind: 'node-changed' }
  /** The platform could not render the layer. */
  | { readonly kind: 'export-failed'; readonly detail: string }
  /** The platform refused the image as a fill. */
  | { readonly kind: 'image-refused'; readonly detail: string }
  /** The platform refused a change of the layer; what had been changed was put back. */
  | { readonly kind: 'cannot-write'; readonly detail: string }
  /** The plugin's storage on this device is full or refused the entry. */
  | { readonly kind: 'storage-failed'; readonly detail: string }
  /** The other side of the bridge did not answer in time. */
  | { readonly kind: 'no-answer'; readonly call: string }
  /**
   * The other side of the bridge threw, or answered what the protocol does not know: a bug. `taskMayExist` is there when a
   * create had already been handed over.
   */
  | { readonly kind: 'broken'; readonly detail: string; readonly taskMayExist?: true }
