import type { Size } from '../../src/core/geometry/size'

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** The header and a comment of a PNG without its pixels: nothing here decodes one, and the comment tells it from others. */
export function pictureFile({ width, height }: Size, comment: string): Uint8Array {
  const header = [...bigEndian(Math.round(width)), ...bigEndian(Math.round(height)), 8, 2, 0, 0, 0]
  return Uint8Array.from([
    ...signature,
    ...chunk('IHDR', header),
    ...chunk('tEXt', [...Buffer.from(`Comment\0${comment}`, 'latin1')]),
    ...chunk('IEND', [])
  ])
}

/** The comment of such a file. */
export function commentOf(file: Uint8Array): string {
  const text = Buffer.from(file).toString('latin1')
  const from = text.indexOf('Comment\0') + 'Comment\0'.length
  return text.slice(from, text.indexOf('IEND') - 8)
}

/** The checksum is left zero: only whole decoders look at it. */
function chunk(name: string, data: readonly number[]): readonly number[] {
  return [...bigEndian(data.length), ...Buffer.from(name, 'latin1'), ...data, 0, 0, 0, 0]
}

function bigEndian(value: number): readonly number[] {
  return [value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff]
}
