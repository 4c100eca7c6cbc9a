/** The difference of a result from what was sent: means of a channel, levels of 255. */
export interface KnownAreaDifference {
  /** In the known area; null if the area is too small to tell. */
  readonly kept: number | null
  /** In the new area; null if the area is too small to tell. */
  readonly generated: number | null
}

export type KnownAreaVerdict = 'kept' | 'repainted' | 'mask-misread'

/** Greatest difference of the same image, levels: more than tone drift and JPEG artifacts, less than another image. */
const sameUpTo = 12

/** Greatest difference of an untouched area, levels: the blur that was sent in the new area came back. */
const untouchedUpTo = 4

/**
 * Judges from a canvas result whether the service preserved the known area. How the service reads a mask is undocumented: a
 * result that preserves the new area instead shows that it reads masks the other way round. Null if it cannot be judged.
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
