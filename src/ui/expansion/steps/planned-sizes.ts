import { readImageHeader } from '../../../core/png/image-header'
import { readHeader } from '../../../raster/canvas/read-header'
import type { Snapshot } from '../../../raster/finish/snapshot'

/** Exports that differ by no more are those of the same layer, px: the platform rounds. */
const roundingPx = 2

/** Tells whether the exported layers are as large as the plan says: a layer that was resized since is not. */
export async function hasPlannedSizes({ picture }: Snapshot): Promise<boolean> {
  const sizes = picture.layers.map(async ({ image, imagePlace: [[a, b], [c, d]] }) => {
    const header = readImageHeader(await readHeader(image))
    return (
      header !== null &&
      Math.abs(header.width - Math.hypot(a, c)) <= roundingPx &&
      Math.abs(header.height - Math.hypot(b, d)) <= roundingPx
    )
  })
  return (await Promise.all(sizes)).every((isPlanned) => isPlanned)
}
