import { encodeJpeg } from '../canvas/encode'
import { sampleTiles } from '../canvas/sample-tiles'

/** Bisection steps: five leave 0.01 of the quality, which is what encoders distinguish. */
const qualitySteps = 5

/** The estimated size of an image's JPEG. */
export interface JpegSizeEstimate {
  /** Estimates the bytes at a quality from 0 to 1. */
  readonly bytesAt: (quality: number) => Promise<number>
  /** Finds the highest quality from `lowest` to 1 that takes at most `bytes`; null if the lowest takes more. */
  readonly qualityFor: (bytes: number, lowest: number) => Promise<number | null>
  /** Corrects the estimate by the size of a real encoding. */
  readonly correct: (quality: number, bytes: number) => void
}

/** Estimates JPEG sizes from a sample of the image. Small images are encoded whole. */
export function estimateJpegSize(image: OffscreenCanvas): JpegSizeEstimate {
  const { canvas, times } = sampleTiles(image) ?? { canvas: image, times: 1 }
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
