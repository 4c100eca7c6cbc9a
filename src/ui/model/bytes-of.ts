/** So much is read at a time, bytes: the window's thread does nothing else while it takes it over. */
const atOnce = 512 * 1024

/** Reads a file, a piece at a time. */
export async function bytesOf(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(file.size)
  for (let at = 0; at < file.size; at += atOnce) {
    bytes.set(new Uint8Array(await file.slice(at, at + atOnce).arrayBuffer()), at)
  }
  return bytes
}
