import { decode, layCanvas } from './canvas'
import { encodeResult } from './encode-result'
import type { ExpandJob } from './expand-job'
import { extendLarge } from './expansion/extend-large'
import type { PartialRaster } from './expansion/shrink'
import { spoilPixels } from './result-pixels'

/** The canvas with what is unknown painted. Where nothing is known, what was uploaded stands in for it. */
async function paint(canvas: PartialRaster, job: ExpandJob): Promise<PartialRaster> {
  const staysAsUploaded = job.mask !== undefined && job.strength === 0
  if (staysAsUploaded || !canvas.known.includes(1) || !canvas.known.includes(0)) return canvas
  return { raster: await extendLarge(canvas, job.seed), known: canvas.known }
}

/**
 * Makes one result: the image extended on four sides, or the mask's white area filled, as an encoded file. The kept
 * pixels are exactly those that came, unless the result would pass 4096 px or a fault is on.
 */
export async function expand(job: ExpandJob): Promise<Uint8Array> {
  if (job.faults.unchanged) return encodeResult(await decode(job.image), job.faults)
  const painted = await paint(await layCanvas(job), job)
  await spoilPixels(painted, job.faults, job.seed)
  return encodeResult(painted.raster, job.faults)
}
