import type { Expansion } from '../../core/expansion/expansion'
import { readImageHeader } from '../../core/png/image-header'
import { readHeader } from '../../raster/canvas/read-header'
import type { Snapshot } from '../../raster/finish/snapshot'
import { prepare } from './prepare'
import type { ExpansionPorts } from './steps'

/** Exports that differ by no more are those of the same layer, px: the platform rounds. */
const roundingPx = 2

/**
 * Makes again what was sent for an expansion, after the plugin was closed meanwhile: nothing is sent. Null where the layer is
 * gone or has another size by now; the result is then placed as it comes.
 */
export async function rebuildSnapshot(expansion: Expansion, ports: ExpansionPorts): Promise<Snapshot | null> {
  try {
    const prepared = await prepare(expansion, ports, {
      signal: new AbortController().signal,
      onProgress: () => undefined
    })
    return prepared.ok && prepared.value.snapshot !== null && (await hasPlannedSizes(prepared.value.snapshot))
      ? prepared.value.snapshot
      : null
  } catch {
    return null
  }
}

async function hasPlannedSizes({ picture }: Snapshot): Promise<boolean> {
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
