/** A colour in CIE 1976 L*a*b*, D65, 2°. */
export type Lab = readonly [lightness: number, a: number, b: number]

/** The white of sRGB (IEC 61966-2-1): D65. */
const white = [0.95047, 1, 1.08883] as const

const degrees = Math.PI / 180

/** 25⁷, from the formula. */
const pow25 = 6_103_515_625

/**
 * Computes the colour difference ΔE2000 with all weights 1. Formula and its pitfalls: Sharma, Wu, Dalal, "The CIEDE2000
 * color-difference formula: implementation notes, supplementary test data, and mathematical observations", 2005.
 */
export function deltaE([l1, a1, b1]: Lab, [l2, a2, b2]: Lab): number {
  const chroma = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2
  const stretch = 1.5 - 0.5 * Math.sqrt(chroma ** 7 / (chroma ** 7 + pow25))
  const c1 = Math.hypot(a1 * stretch, b1)
  const c2 = Math.hypot(a2 * stretch, b2)
  const h1 = hue(a1 * stretch, b1)
  const h2 = hue(a2 * stretch, b2)
  const isGrey = c1 * c2 === 0

  const turn = isGrey ? 0 : wrap(h2 - h1)
  const dL = l2 - l1
  const dC = c2 - c1
  const dH = 2 * Math.sqrt(c1 * c2) * Math.sin((turn / 2) * degrees)

  const meanL = (l1 + l2) / 2
  const meanC = (c1 + c2) / 2
  const meanH = isGrey ? h1 + h2 : meanHue(h1, h2)
  const t =
    1 -
    0.17 * Math.cos((meanH - 30) * degrees) +
    0.24 * Math.cos(2 * meanH * degrees) +
    0.32 * Math.cos((3 * meanH + 6) * degrees) -
    0.2 * Math.cos((4 * meanH - 63) * degrees)
  const spread = (meanL - 50) ** 2
  const sL = 1 + (0.015 * spread) / Math.sqrt(20 + spread)
  const sC = 1 + 0.045 * meanC
  const sH = 1 + 0.015 * meanC * t
  const bend = 60 * Math.exp(-(((meanH - 275) / 25) ** 2))
  const rT = -2 * Math.sqrt(meanC ** 7 / (meanC ** 7 + pow25)) * Math.sin(bend * degrees)
  const l = dL / sL
  const c = dC / sC
  const h = dH / sH
  return Math.sqrt(Math.max(0, l * l + c * c + h * h + rT * c * h))
}

function hue(a: number, b: number): number {
  const angle = Math.atan2(b, a) / degrees
  return angle < 0 ? angle + 360 : angle
}

function wrap(turn: number): number {
  return turn > 180 ? turn - 360 : turn < -180 ? turn + 360 : turn
}

function meanHue(h1: number, h2: number): number {
  const sum = h1 + h2
  if (Math.abs(h1 - h2) <= 180) {
    return sum / 2
  }
  return (sum < 360 ? sum + 360 : sum - 360) / 2
}

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
