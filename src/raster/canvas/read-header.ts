/** Formats tell themselves, their size and whether they hold transparency within so many bytes. */
const headBytes = 65_536

/** Reads the first bytes of a file, as many as are needed to know what it is. */
export async function readHeader(file: Blob): Promise<Uint8Array> {
  return new Uint8Array(await file.slice(0, headBytes).arrayBuffer())
}
