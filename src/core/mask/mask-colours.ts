/** How the service reads a mask: the value of all three channels, for what it generates and for what it keeps. */
export interface MaskColours {
  readonly generate: 0 | 255
  readonly keep: 0 | 255
}

/**
 * White is generated and black is kept: so on the provider's sibling endpoints and in the one public client of this one.
 * It is not documented for this endpoint.
 */
export const maskColours: MaskColours = { generate: 255, keep: 0 }

/** The same mask for a service that reads it the other way round. */
export const invertedMaskColours: MaskColours = { generate: 0, keep: 255 }
