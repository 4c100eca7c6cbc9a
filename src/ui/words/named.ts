/** A longer name would drown what is said of it, characters. */
const longest = 40
const lastShown = 12

/** A name within a sentence, in quotation marks; of a long one, its beginning and its end. */
export function named(name: string): string {
  const characters = Array.from(name)
  const short =
    characters.length <= longest
      ? name
      : [...characters.slice(0, longest - lastShown - 1), '…', ...characters.slice(-lastShown)].join('')
  return `“${short}”`
}
