import sharp from 'sharp'
import type { ResultFaults } from './expand-job'
import { seededDraw } from './expansion/seeded-draw'
import type { PartialRaster } from './expansion/shrink'

/** A warm cast: how much of its levels each channel takes. */
const warm = [1, 0.3, -0.7]
/** The grain of a repainted area, levels to either side. */
const repaintGrain = 4

/** How far towards a side a pixel lies, 0 to 1. */
function nearness(side: ResultFaults['colour-cast-side'], across: number, down: number): number {
  if (side === 'left') return 1 - across
  if (side === 'right') return across
  return side === 'top' ? 1 - down : down
}

/** Shifts the generated pixels in place: tone-drift alike everywhere, colour-cast growing towards its side. */
function shiftTones({ raster, known }: PartialRaster, faults: ResultFaults): void {
  const { width, height, data } = raster
  const drift = faults['tone-drift']
  const cast = faults['colour-cast']
  if (drift === 0 && cast === 0) return
  for (let i = 0; i < known.length; i += 1) {
    if (known[i] === 1) continue
    const near = nearness(faults['colour-cast-side'], (i % width) / width, Math.floor(i / width) / height)
    for (const [c, share] of warm.entries()) {
      const shifted = (data[i * 3 + c] ?? 0) + drift + cast * near * share
      data[i * 3 + c] = Math.min(255, Math.max(0, Math.round(shifted)))
    }
  }
}

/** Paints the kept pixels anew in place: softer, with a grain of their own. */
async function repaint({ raster, known }: PartialRaster, seed: number): Promise<void> {
  const { width, height, data } = raster
  const soft = await sharp(data, { raw: { width, height, channels: 3 } })
    .blur(1.5)
    .raw()
    .toBuffer()
  const draw = seededDraw(seed)
  for (let i = 0; i < known.length; i += 1) {
    if (known[i] === 0) continue
    const noise = draw(2 * repaintGrain + 1) - repaintGrain
    for (let c = 0; c < 3; c += 1) {
      data[i * 3 + c] = Math.min(255, Math.max(0, (soft[i * 3 + c] ?? 0) + noise))
    }
  }
}

/** Spoils a result's pixels in place by the faults that are on. */
export async function spoilPixels(result: PartialRaster, faults: ResultFaults, seed: number): Promise<void> {
  shiftTones(result, faults)
  if (faults['repaint-kept']) await repaint(result, seed)
}
