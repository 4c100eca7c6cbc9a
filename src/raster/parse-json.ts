/** A longer text than this, in UTF-16 units, comes as a blob. */
export const longestText = 65_536

/**
 * Parses JSON in UTF-8; undefined, which no JSON is, where it is none. In the place of each string value that is longer than
 * `longestText` there is a blob of it in UTF-8, the same blob for the same text: base64 of many megabytes goes from thread to
 * thread so without a copy.
 */
export async function parseJson(json: Blob): Promise<unknown> {
  const text = await json.text()
  try {
    return withLongTextsApart(JSON.parse(text), new Map())
  } catch {
    return undefined
  }
}

function withLongTextsApart(value: unknown, blobs: Map<string, Blob>): unknown {
  if (typeof value === 'string' && value.length > longestText) {
    const blob = blobs.get(value) ?? new Blob([value])
    blobs.set(value, blob)
    return blob
  }
  if (Array.isArray(value)) {
    return value.map((element) => withLongTextsApart(element, blobs))
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([name, element]) => [name, withLongTextsApart(element, blobs)])
    )
  }
  return value
}
