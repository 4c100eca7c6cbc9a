/** A colour in CIE 1976 L*a*b*, D65, 2°. */
export type Lab = readonly [lightness: number, a: number, b: number]

/** The white of sRGB (IEC 61966-2-1): D65. */
const white = [0.95047, 1, 1.08883] as const

/** Turns an sRGB colour (0 to 255 a channel, fractions allowed) into L*a*b*. Formulas: IEC 61966-2-1 and CIE 15. */
export function srgbToLab(red: number, green: number, blue: number): Lab {
  const r = linear(red)
  const g = linear(green)
  const b = linear(blue)
  const x = root((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / white[0])
  const y = root((0.2126729 * r + 0.7151522 * g + 0.072175 * b) / white[1])
  const z = root((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / white[2])
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

function linear(level: number): number {
  const share = level / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}

function root(share: number): number {
  return share > 216 / 24389 ? Math.cbrt(share) : ((24389 / 27) * share + 16) / 116
}
