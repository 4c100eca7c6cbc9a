/** Parses JSON in UTF-8; undefined, which no JSON is, where it is none. */
export async function parseJson(json: Blob): Promise<unknown> {
  const text = await json.text()
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
