/** Parses an absolute URL; null where it is none. (`URL.canParse` is younger than some of the browsers that Figma runs in.) */
export function parseUrl(url: string): URL | null {
  try {
    return new URL(url)
  } catch {
    return null
  }
}
