import type { Clock } from '../../src/core/clock'
import { maxFileBytes } from './image-check'

/** Reference, image_url and mask_url: "with a 10-second download timeout". */
export const downloadTimeoutMs = 10_000

/** The bytes behind a URL; undefined when they did not come whole, in time, with a good status. */
export async function download(url: string, clock: Clock): Promise<Uint8Array | undefined> {
  const controller = new AbortController()
  const callOff = clock.after(downloadTimeoutMs, () => {
    controller.abort()
  })
  try {
    const response = await fetch(url, { signal: controller.signal })
    const reader = response.ok ? response.body?.getReader() : undefined
    if (reader === undefined) return undefined
    const chunks: Uint8Array[] = []
    let total = 0
    while (total <= maxFileBytes) {
      const { done, value } = await reader.read()
      if (done) break
      chunks.push(value)
      total += value.length
    }
    void reader.cancel()
    return Buffer.concat(chunks)
  } catch {
    return undefined
  } finally {
    callOff()
  }
}
