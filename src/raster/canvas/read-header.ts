/** Bytes within which a file tells its format, size and whether it has an alpha channel. */
const headBytes = 65_536

/** Reads the first bytes of a file, for `readImageHeader` and `hasAlphaChannel`. */
export async function readHeader(file: Blob): Promise<Uint8Array> {
  return new Uint8Array(await file.slice(0, headBytes).arrayBuffer())
}
