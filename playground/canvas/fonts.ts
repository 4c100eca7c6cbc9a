/** One file of a family's face. */
export interface FontFile {
  readonly weight: number
  /** Where the browser finds the file; a `data:` URL is fine. */
  readonly url: string
  /** Which characters it has, in CSS's words; all where it is left out. */
  readonly unicodeRange?: string
}

/**
 * Loads the weights of Inter into the page, so that text is the same on every machine. To be called before anything is
 * measured or drawn: text in another family is set in Inter, other scripts in the machine's own sans-serif.
 */
export async function loadInter(files: readonly FontFile[]): Promise<void> {
  await Promise.all(
    files.map(async ({ weight, url, unicodeRange }) => {
      const face = new FontFace('Inter', `url(${url})`, {
        weight: String(weight),
        ...(unicodeRange === undefined ? {} : { unicodeRange })
      })
      document.fonts.add(await face.load())
    })
  )
}
