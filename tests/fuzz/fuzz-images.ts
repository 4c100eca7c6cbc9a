import sharp, { type Sharp } from 'sharp'
import { openScriptPage } from '../fixtures/pixels/script-page'
import type { FuzzedImages } from './images-in-page'

/** The pixel work over damaged images in a real browser. */
export interface ImageFuzzer {
  readonly run: (firstSeed: number, count: number) => Promise<FuzzedImages>
  readonly close: () => Promise<void>
}

export async function openImageFuzzer(): Promise<ImageFuzzer> {
  const { page, close } = await openScriptPage(new URL('./images-in-page.ts', import.meta.url))
  const [png, images] = await sampleImages()
  return {
    run: (firstSeed, count) =>
      page.evaluate(([first, times, all, sent]) => window.fuzzImages(first, times, all, sent), [
        firstSeed,
        count,
        images,
        png
      ] as const),
    close
  }
}

/** A sound PNG of 64 × 64, and sound images of every kind of 80 × 80, base64. */
async function sampleImages(): Promise<readonly [string, readonly string[]]> {
  const noise = (side: number): Sharp =>
    sharp({
      create: {
        width: side,
        height: side,
        channels: 3,
        background: '#808080',
        noise: { type: 'gaussian', mean: 128, sigma: 40 }
      }
    })
  const [png, ...images] = await Promise.all([
    noise(64).png().toBuffer(),
    noise(80).png().toBuffer(),
    noise(80).jpeg().toBuffer(),
    noise(80).jpeg({ progressive: true }).toBuffer(),
    noise(80).webp().toBuffer(),
    noise(80).webp({ lossless: true }).toBuffer(),
    noise(80).gif().toBuffer(),
    // 4096 × 4096 pixels in a few kilobytes.
    sharp({ create: { width: 4096, height: 4096, channels: 3, background: '#000' } })
      .png({ compressionLevel: 9, palette: true })
      .toBuffer()
  ])
  return [png.toString('base64'), images.map((image) => image.toString('base64'))]
}
