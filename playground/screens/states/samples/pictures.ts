/** Small pictures for the window to show, as PNG files. */
export interface Pictures {
  /** A layer as it is sent. */
  readonly subject: Uint8Array
  /** Images that were made of layers: as many as there are variants. */
  readonly results: readonly Uint8Array[]
}

/** For whoever wants a state's words alone. */
export const noPictures: Pictures = { subject: new Uint8Array(), results: [] }
