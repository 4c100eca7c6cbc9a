import { linkRanges } from './link-ranges'
import type { PrivateTexts } from './private-texts'
import { spellingRanges, textRanges } from './text-ranges'

/** What is put in the place of whatever is cut out. */
export const mark = '•••'

/** Nobody who helps reads more; messages of the service are shorter. */
const maxLength = 1000

/** Cuts out of a text the key, the private texts and names, and of links all but their origins. */
export function redact(whole: string, { key, texts, names }: PrivateTexts): string {
  const text = whole.length > maxLength ? `${whole.slice(0, maxLength)}…` : whole
  const ranges = [
    ...linkRanges(text),
    ...(key === null ? [] : [...spellingRanges(text, key), ...textRanges(text, [key], 'parts')]),
    ...textRanges(text, texts, 'parts'),
    ...textRanges(text, names, 'whole')
  ]
  let kept = ''
  let at = 0
  for (const { from, to } of ranges.sort((one, other) => one.from - other.from)) {
    if (to <= at) continue
    // What begins before the end of the last one is marked there.
    if (from > at || at === 0) kept += text.slice(at, from) + mark
    at = to
  }
  return kept + text.slice(at)
}
