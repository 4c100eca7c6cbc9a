import { concatBytes } from '../../src/core/png/concat-bytes'
import { pick, type Random, whole } from './random'

/** Damages the bytes of an image in one of many ways; sometimes two after each other. */
export function mutateImage(image: Uint8Array, random: Random): Uint8Array {
  const once = damage(image, random)
  return random() < 0.3 ? damage(once, random) : once
}

function damage(image: Uint8Array, random: Random): Uint8Array {
  switch (whole(random, 0, 8)) {
    case 0:
      return image.slice(0, whole(random, 0, image.length))
    case 1:
      return flipped(image, random, whole(random, 1, 20))
    case 2:
      // The header alone: sizes that are not true.
      return flipped(image, random, whole(random, 1, 4), 40)
    case 3:
      return withSize(image, random)
    case 4: {
      const at = whole(random, 0, image.length)
      const noise = bytes(random, whole(random, 1, 200))
      return concatBytes([image.slice(0, at), noise, image.slice(at)])
    }
    case 5:
      return concatBytes([image, image])
    case 6:
      return concatBytes([image.slice(0, Math.min(image.length, whole(random, 2, 16))), bytes(random, 300)])
    case 7:
      return bytes(random, whole(random, 0, 300))
    default:
      return concatBytes([image, new Uint8Array(whole(random, 1, 5_000))])
  }
}

function flipped(image: Uint8Array, random: Random, count: number, within = image.length): Uint8Array {
  const changed = image.slice()
  const end = Math.min(within, changed.length)
  for (let times = 0; times < count && end > 0; times++) {
    changed[whole(random, 0, end - 1)] = whole(random, 0, 255)
  }
  return changed
}

/** A PNG that says that it is of another size than it is, with a checksum that is right. */
function withSize(image: Uint8Array, random: Random): Uint8Array {
  const isPng = image[0] === 0x89 && image.length > 33
  if (!isPng) {
    return flipped(image, random, 2, 30)
  }
  const changed = image.slice()
  const view = new DataView(changed.buffer)
  const sizes = [0, 1, 63, 4096, 8192, 12_288, 65_535, 2 ** 31 - 1, 2 ** 32 - 1] as const
  view.setUint32(16, pick(random, sizes))
  view.setUint32(20, pick(random, sizes))
  view.setUint32(29, crc32(changed.subarray(12, 29)))
  return changed
}

function crc32(data: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of data) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) {
      crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
    }
  }
  return (crc ^ 0xffffffff) >>> 0
}

function bytes(random: Random, length: number): Uint8Array {
  return Uint8Array.from({ length }, () => whole(random, 0, 255))
}
