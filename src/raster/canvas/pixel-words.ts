/** The pixels as one number each: red lowest, alpha highest, since every browser's processor has it so. */
export function pixelWords({ data }: ImageData): Uint32Array {
  return new Uint32Array(data.buffer, data.byteOffset, data.length / 4)
}
