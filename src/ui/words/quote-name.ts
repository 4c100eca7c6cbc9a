/** Longer names are shortened, characters. */
const longest = 40

/** The end of a shortened name, characters. */
const lastShown = 12

/** Quotes a name for use in a sentence; shortens a long one in its middle. */
export function quoteName(name: string): string {
  const characters = Array.from(name)
  const short =
    characters.length <= longest
      ? name
      : [...characters.slice(0, longest - lastShown - 1), '…', ...characters.slice(-lastShown)].join('')
  return `“${short}”`
}
