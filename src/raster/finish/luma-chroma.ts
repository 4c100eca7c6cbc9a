import type { LumaChroma, Tone } from './rim-sample'

/**
 * Splits a tone (or a difference of tones) into luma and chroma as JPEG does (ITU-R BT.601, chroma about 0): pictures vary
 * far less in chroma, so that a drift of it shows sooner.
 */
export function toLumaChroma([red, green, blue]: Tone): LumaChroma {
  const luma = 0.299 * red + 0.587 * green + 0.114 * blue
  return [luma, (blue - luma) / 1.772, (red - luma) / 1.402]
}

/** The tone that has this luma and chroma. */
export function toTone([luma, blue, red]: LumaChroma): Tone {
  return [luma + 1.402 * red, luma - 0.344136 * blue - 0.714136 * red, luma + 1.772 * blue]
}
