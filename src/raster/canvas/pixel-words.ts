/** Returns the pixels as one number each, red lowest and alpha highest: all browsers run on little-endian processors. */
export function pixelWords({ data }: ImageData): Uint32Array {
  return new Uint32Array(data.buffer, data.byteOffset, data.length / 4)
}
