/** A longer string of JSON than this, in UTF-16 units, comes as a blob. */
export const longestText = 65_536

/**
 * Parses JSON in UTF-8; undefined, which no JSON is, where it is none. In the place of each string value that is longer than
 * `longestText` there is a blob of it in UTF-8, the same blob for the same text: images of many megabytes cross to another
 * thread without being copied.
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
