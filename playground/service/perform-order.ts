import type { Clock } from '../../src/core/clock'
import { fail, type Outcome, succeed } from '../../src/core/outcome'
import type { ImageSource } from './create-order'
import { download, type LinkRules } from './download'
import { expandInWorker } from './expander'
import { checkImage, type ImageFault } from './image-check'
import type { PerformOrder, TaskOutcome } from './task'

/** Makes the bytes of a file that is handed out of the PNG, JPEG or WebP of a result. */
export type RewriteImage = (image: Uint8Array) => Uint8Array | Promise<Uint8Array>

type Failed = Extract<TaskOutcome, { kind: 'failed' }>

function failed(state: number, message: string): Failed {
  return { kind: 'failed', state, message }
}

/** Facts, data.state: −5 image too large · −7 invalid image. For what came from a URL; files are refused at the create. */
function failedCheck({ kind }: ImageFault): Failed {
  return kind === 'too-many-bytes' || kind === 'too-large'
    ? failed(-5, 'image too large')
    : failed(-7, 'invalid image')
}

async function obtain(
  source: ImageSource,
  clock: Clock,
  linkRules: LinkRules
): Promise<Outcome<Uint8Array, Failed>> {
  if (source.kind === 'file') return succeed(source.bytes)
  const bytes = await download(source.url, clock, linkRules)
  // Facts, data.state: −3 the service could not download the URL.
  return bytes === undefined ? fail(failed(-3, 'download failed')) : succeed(bytes)
}

/** How the work of a task is done: downloads what came as URLs, checks it, expands, rewrites the results. */
export function performOrder(clock: Clock, linkRules: LinkRules, rewriteImage: RewriteImage): PerformOrder {
  return async ({ order, seed, faults }, onDownloaded) => {
    const startedAtMs = clock.nowMs()
    const image = await obtain(order.image, clock, linkRules)
    if (!image.ok) return image.failure
    const mask = order.mask === undefined ? undefined : await obtain(order.mask, clock, linkRules)
    if (mask?.ok === false) return mask.failure
    onDownloaded(clock.nowMs() - startedAtMs)

    const checked = await checkImage(image.value)
    if (!checked.ok) return failedCheck(checked.failure)
    if (mask !== undefined) {
      const checkedMask = await checkImage(mask.value)
      if (!checkedMask.ok) return failedCheck(checkedMask.failure)
      const same = ['width', 'height'] as const
      if (same.some((axis) => checked.value[axis] !== checkedMask.value[axis])) {
        return failed(-7, 'the mask must have the same dimensions as the image')
      }
    }

    const job = {
      image: image.value,
      mask: mask?.value,
      ratios: order.ratios,
      strength: order.strength,
      faults
    }
    try {
      const images: Uint8Array[] = []
      for (let index = 0; index < Math.max(1, faults['several-images']); index += 1) {
        const image = await expandInWorker({
          ...job,
          seed: mixSeed(seed + index, order.prompt, order.scale, order.steps)
        })
        images.push(await rewriteImage(image))
      }
      return { kind: 'done', images }
    } catch (error) {
      return failed(-9, error instanceof Error ? error.message : String(error))
    }
  }
}

/** Everything that a variant depends on as one number (reference, seed: same seed and parameters, same result). */
function mixSeed(seed: number, ...rest: readonly (string | number)[]): number {
  let mixed = seed
  for (const character of rest.join('|')) {
    mixed = Math.imul(mixed ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  }
  return mixed
}
