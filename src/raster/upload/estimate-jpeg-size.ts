import { encodeJpeg } from '../canvas/encode'
import { sampleTiles } from '../canvas/sample-tiles'

/** Each step halves what is unknown of the best quality: five leave 0.01 of it, which is what encoders tell apart. */
const qualitySteps = 5

/** What a JPEG of a picture is going to take, without making it. */
export interface JpegSizeEstimate {
  /** Bytes at a quality. */
  readonly bytesAt: (quality: number) => Promise<number>
  /** The highest quality, from `lowest` to 1, that takes at most so many bytes; null where the lowest takes more. */
  readonly qualityFor: (bytes: number, lowest: number) => Promise<number | null>
  /** Learns from what the picture really took. */
  readonly correct: (quality: number, bytes: number) => void
}

/** Foresees JPEGs of a picture from those of a small sample of it; of a small picture, from itself. */
export function estimateJpegSize(picture: OffscreenCanvas): JpegSizeEstimate {
  const { canvas, times } = sampleTiles(picture) ?? { canvas: picture, times: 1 }
  const known = new Map<number, number>()
  let factor = times
  const sampleAt = async (quality: number): Promise<number> => {
    const bytes = known.get(quality) ?? (await encodeJpeg(canvas, quality)).length
    known.set(quality, bytes)
    return bytes
  }
  const bytesAt = async (quality: number): Promise<number> => factor * (await sampleAt(quality))
  return {
    bytesAt,
    qualityFor: async (bytes, lowest) => {
      if ((await bytesAt(1)) <= bytes) {
        return 1
      }
      if ((await bytesAt(lowest)) > bytes) {
        return null
      }
      let fits = lowest
      let tooMuch = 1
      for (let step = 0; step < qualitySteps; step++) {
        const quality = (fits + tooMuch) / 2
        if ((await bytesAt(quality)) <= bytes) fits = quality
        else tooMuch = quality
      }
      return fits
    },
    correct: (quality, bytes) => {
      const sampled = known.get(quality)
      if (sampled !== undefined) factor = bytes / sampled
    }
  }
}
