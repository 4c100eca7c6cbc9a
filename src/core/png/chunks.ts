import type { Size } from '../geometry/size'
import { crc32 } from './crc32'

/** Offset of a chunk's data, after its length and type, bytes. */
export const chunkData = 8

/** Size of a chunk without its data: length, type and checksum, bytes. */
export const chunkFrame = 12

/** Completes a chunk whose data is in place: writes length, type and CRC-32 (PNG specification, 5.3). */
export function frameChunk(chunk: Uint8Array<ArrayBuffer>, type: string): Uint8Array<ArrayBuffer> {
  const end = chunk.length - 4
  writeUint32(chunk, 0, chunk.length - chunkFrame)
  for (let index = 0; index < 4; index++) {
    chunk[4 + index] = type.charCodeAt(index)
  }
  writeUint32(chunk, end, crc32(chunk, 4, end))
  return chunk
}

/** Returns signature and IHDR of a PNG of 8-bit RGB without alpha (PNG specification, 5.2 and 11.2.1). */
export function pngHead({ width, height }: Size): readonly Uint8Array<ArrayBuffer>[] {
  const bitDepth = 8
  const rgb = 2
  const header = new Uint8Array(13 + chunkFrame)
  writeUint32(header, chunkData, width)
  writeUint32(header, chunkData + 4, height)
  header.set([bitDepth, rgb], chunkData + 8)
  return [new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), frameChunk(header, 'IHDR')]
}

/** Returns the IEND chunk. */
export function pngEnd(): Uint8Array<ArrayBuffer> {
  return frameChunk(new Uint8Array(chunkFrame), 'IEND')
}

/** Writes a number as four bytes, the highest first. */
export function writeUint32(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value / 0x1000000
  bytes[at + 1] = value >>> 16
  bytes[at + 2] = value >>> 8
  bytes[at + 3] = value
}
