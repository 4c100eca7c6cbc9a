/** Longest string that is not replaced by a blob, UTF-16 units. */
export const longestText = 65_536

/**
 * Parses JSON in UTF-8; undefined if it is not JSON. Replaces each string value longer than `longestText` by a blob of it in
 * UTF-8 (equal strings by the same blob), so that images of many megabytes cross to another thread without a copy.
 */
export async function parseJson(json: Blob): Promise<unknown> {
  const text = await json.text()
  const blobs = new Map<string, Blob>()
  const blobOfText = (long: string): Blob => {
    const blob = blobs.get(long) ?? new Blob([long])
    blobs.set(long, blob)
    return blob
  }
  try {
    return JSON.parse(text, (_name, value: unknown) =>
      typeof value === 'string' && value.length > longestText ? blobOfText(value) : value
    )
  } catch {
    return undefined
  }
}
