/** How far the two sides run into each other in the service's picture, canvas px; in chroma further than in luma. */
export interface RimBlur {
  readonly luma: number
  readonly chroma: number
}

/** How far JPEG makes two sides run into each other: chroma of half the size, interpolated; px of the service's picture. */
const jpegBlur = 2

/** A picture that is made larger by less than this is hardly interpolated. */
const leastEnlarged = 1.05

/** Computes how far the sides run into each other; `unit` is how many canvas px a pixel of the service's picture covers. */
export function rimBlur({ unit, isJpeg }: { readonly unit: number; readonly isJpeg: boolean }): RimBlur {
  const own = unit > leastEnlarged ? unit : 0
  return { luma: own, chroma: own + (isJpeg ? jpegBlur * unit : 0) }
}
