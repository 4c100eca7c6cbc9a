import { complete } from './complete'
import { paintSmooth } from './paint-smooth'
import { paintTexture } from './paint-texture'
import { seededDraw } from './seeded-draw'
import { type PartialRaster, shrink } from './shrink'
import { tone } from './toning'

/** The matching is done on a picture of about so many pixels, whatever the real one's size: most of the time goes there. */
const matchingPixels = 64_000

/**
 * Paints the unknown pixels of a picture in place as a plausible continuation of the known ones, which stay as they
 * are: a classical completion by patches, no learned model. The same seed gives the same pixels. Needs at least one
 * known pixel.
 */
export function extendImage(picture: PartialRaster, seed: number): void {
  const { raster, known } = picture
  const scale = Math.min(1, Math.sqrt(matchingPixels / known.length))
  const width = Math.max(1, Math.round(raster.width * scale))
  const height = Math.max(1, Math.round(raster.height * scale))
  const draw = seededDraw(seed)
  const small = shrink(picture, width, height)
  const completed = complete(small, draw)
  if (completed.field === undefined) {
    paintSmooth(raster, known, completed.raster, draw)
    return
  }
  const toning = tone(completed, small.known, completed.field)
  paintTexture(raster, known, completed.raster, completed.field, toning, draw)
}
