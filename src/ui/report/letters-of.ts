/** A letter, digit or picture of a text, one UTF-16 unit of it, with where it is spelled: an escape is longer. */
export interface Letter {
  readonly unit: string
  readonly from: number
  readonly to: number
  /** 1, or 2 for a unit of a script that needs half as many of them, and no spaces. */
  readonly weight: 1 | 2
}

const wanted = /[\p{L}\p{N}\p{M}\p{So}\p{Cs}]/u
const dense = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{So}\p{Cs}]/u

const characters = /(?<plain>.)/gsu

/** Escapes of JSON (each level of which doubles the backslashes), of addresses and of HTML; else one character. */
const spellings =
  /\\+u(?<json>[0-9a-f]{4})|\\+[nrtbf]|(?<address>(?:%(?:25)*[0-9a-f]{2})+)|&#(?<decimal>\d{1,7});|&#x(?<hex>[0-9a-f]{1,6});|&[a-z]{2,6};|<br\s*\/?>|(?<plain>.)/gisu

/**
 * Reads the letters of a text in lower case, without what lies between them: as it is, and as it was before it was escaped.
 * A backslash before an n may be a line break, or the end of a folder.
 */
export function readingsOf(text: string): readonly (readonly Letter[])[] {
  return [lettersOf(text, characters), lettersOf(text, spellings)]
}

function lettersOf(text: string, units: RegExp): readonly Letter[] {
  return [...text.matchAll(units)].flatMap(({ 0: spelling, index, groups = {} }) =>
    Array.from(meantBy(groups))
      .filter((character) => wanted.test(character))
      .flatMap((character) => {
        const weight = dense.test(character) ? 2 : 1
        return character
          .toLowerCase()
          .split('')
          .map((unit) => ({
            unit,
            from: index,
            to: index + spelling.length,
            weight
          }))
      })
  )
}

/** Computes how much of a text these letters are, in letters of a script with spaces. */
export function weightOf(letters: readonly Letter[]): number {
  return letters.reduce((sum, { weight }) => sum + weight, 0)
}

function meantBy({
  json,
  address,
  decimal,
  hex,
  plain
}: Readonly<Record<string, string | undefined>>): string {
  if (json !== undefined) return String.fromCharCode(parseInt(json, 16))
  if (address !== undefined) return unescaped(address)
  if (decimal !== undefined) return characterOf(parseInt(decimal, 10))
  if (hex !== undefined) return characterOf(parseInt(hex, 16))
  return plain ?? ''
}

/** Bytes of UTF-8, each as %XX; %25XX where they were escaped twice. A byte that belongs to no character is none. */
function unescaped(address: string): string {
  const bytes = address.matchAll(/%(?:25)*([0-9a-f]{2})/gi)
  const decoded = new TextDecoder().decode(Uint8Array.from(bytes, ([, byte]) => parseInt(byte ?? '', 16)))
  return decoded.replaceAll('\ufffd', '')
}

function characterOf(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : ''
}
