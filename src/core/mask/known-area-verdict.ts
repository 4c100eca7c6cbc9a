/** How much a result differs from what was sent: mean differences of a channel, in levels of 255. */
export interface KnownAreaDifference {
  /** Where the mask says: keep; null where that is too little to tell. */
  readonly kept: number | null
  /** Where the mask says: generate; null where that is too little to tell. */
  readonly generated: number | null
}

export type KnownAreaVerdict = 'kept' | 'repainted' | 'mask-misread'

/** More than tone drift and JPEG artefacts bring, less than any other picture. */
const sameUpTo = 12

/** What was sent in the area to be generated is only a blur: to come back like this, it was kept. */
const untouchedUpTo = 4

/**
 * Tells from a canvas result whether the service kept what it was to keep. It is undocumented how the service reads a mask:
 * a result that keeps the other area, and not this one, shows that it reads it the other way round.
 */
export function knownAreaVerdict({ kept, generated }: KnownAreaDifference): KnownAreaVerdict | null {
  if (kept === null) {
    return null
  }
  if (kept <= sameUpTo) {
    return 'kept'
  }
  return generated !== null && generated <= untouchedUpTo ? 'mask-misread' : 'repainted'
}
