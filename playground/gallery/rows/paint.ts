type Fields = Readonly<Record<string, unknown>>

/** The photograph, 240 × 160 px, as an image paint of a scene. */
export function photo(more: Fields = {}): Fields {
  return { type: 'IMAGE', scaleMode: 'FILL', imageRef: 'photo', ...more }
}

/** The photograph at 60 × 40 px. */
export function smallPhoto(more: Fields = {}): Fields {
  return { type: 'IMAGE', scaleMode: 'FILL', imageRef: 'small-photo', ...more }
}

/** A plain colour, channels from 0 to 1. */
export function plain(
  [r, g, b, a = 1]: readonly [number, number, number, number?],
  more: Fields = {}
): Fields {
  return { type: 'SOLID', color: { r, g, b, a }, ...more }
}

/** From clear at the top to dark at the bottom. */
export const shade: Fields = {
  type: 'GRADIENT_LINEAR',
  gradientHandlePositions: [
    { x: 0.5, y: 0 },
    { x: 0.5, y: 1 },
    { x: 0, y: 0 }
  ],
  gradientStops: [
    { position: 0, color: { r: 0.1, g: 0, b: 0.2, a: 0 } },
    { position: 1, color: { r: 0.1, g: 0, b: 0.2, a: 0.8 } }
  ]
}

export const red = plain([0.85, 0.2, 0.15])
export const blue = plain([0.2, 0.35, 0.8])
export const green = plain([0.2, 0.6, 0.35])
export const cream = plain([0.98, 0.94, 0.84])
export const ink = plain([0.1, 0.1, 0.12])
export const white = plain([1, 1, 1])
