import type { Size } from '../src/core/geometry/size'

/** A rectangle of a GIF's frame, px. */
export interface FramePlace extends Size {
  readonly left: number
  readonly top: number
}

/** Returns the bytes of a GIF up to its first image descriptor, with `extensions` blocks of comments before it. */
export function gifHead(screen: Size, frame: FramePlace, extensions: readonly number[] = []): Uint8Array {
  return Uint8Array.of(...beforeFrame(screen, extensions), ...descriptor(frame))
}

/**
 * Builds a GIF of one colour whose frame is of another size than its screen, as compressed as GIF allows: 256 million
 * pixels take 168 kB.
 */
export function gifBomb(screen: Size, frame: FramePlace): Uint8Array {
  const data = compressed(frame.width * frame.height)
  const blocks: number[] = []
  for (let at = 0; at < data.length; at += 255) {
    const block = data.slice(at, at + 255)
    blocks.push(block.length, ...block)
  }
  const trailer = 0x3b
  return Uint8Array.from([...beforeFrame(screen, []), ...descriptor(frame), 2, ...blocks, 0, trailer])
}

/** GIF89a specification, 17 to 19 and 24: signature, screen, a colour table of two, comments of these lengths. */
function beforeFrame({ width, height }: Size, comments: readonly number[]): readonly number[] {
  const signature = [0x47, 0x49, 0x46, 0x38, 0x39, 0x61]
  const colours = [0x33, 0x66, 0x99, 0xff, 0xff, 0xff]
  const extensions = comments.flatMap((length) => [
    0x21,
    0xfe,
    length,
    ...Array<number>(length).fill(0x2c),
    0
  ])
  return [...signature, ...le(width), ...le(height), 0x80, 0, 0, ...colours, ...extensions]
}

/** GIF89a specification, 20. */
function descriptor({ left, top, width, height }: FramePlace): readonly number[] {
  return [0x2c, ...le(left), ...le(top), ...le(width), ...le(height), 0]
}

function le(value: number): readonly number[] {
  return [value & 0xff, value >>> 8]
}

/** LZW (GIF89a specification, appendix F) of pixels of index 0: each code stands for one pixel more than the last. */
function compressed(pixels: number): readonly number[] {
  const clear = 4
  const end = 5
  const bytes: number[] = []
  let held = 0
  let heldBits = 0
  const put = (code: number, width: number): void => {
    held |= code << heldBits
    heldBits += width
    for (; heldBits >= 8; heldBits -= 8) {
      bytes.push(held & 0xff)
      held >>>= 8
    }
  }
  let width = 3
  let run = 0
  for (let left = pixels; left > 0; left -= run) {
    // The reader adds an entry for each code but the first: its table is full at 4096.
    const isFull = end + run + 1 === 4095
    if (run === 0 || isFull) {
      put(clear, width)
      width = 3
      run = 0
    }
    run = Math.min(run + 1, left)
    put(run === 1 ? 0 : end + run - 1, width)
    if (end + run === 2 ** width) width++
  }
  put(end, width)
  put(0, 8)
  return bytes
}
