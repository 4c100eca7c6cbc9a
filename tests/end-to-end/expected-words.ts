import type { Failure } from '../../src/core/failures'
import type { Where } from '../../src/ui/expansion/run'
import { english } from '../../src/ui/words/english'
import type { HowFar } from '../../src/ui/words/failures/of-credits'
import { say } from '../../src/ui/words/say'

/** Stands in expected words for a name, or for what somebody else says. */
export const anyWords = '<any>'

/** A pattern of words of the window, in which `anyWords` may be anything. */
export function patternOf(words: string): RegExp {
  const escaped = escape(words)
  // A quotation gets a full stop only where it has none of its own.
  return new RegExp(escaped.replaceAll(`${anyWords}”\\.`, `${anyWords}”\\.?`).replaceAll(anyWords, '.+'))
}

/** A pattern of one of some words, with nothing beside them. */
export function oneOf(words: readonly string[]): RegExp {
  return new RegExp(`^(${words.map(escape).join('|')})$`)
}

function escape(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** The title under which the window tells where an image went. */
export function placedTitle(where: Where): string {
  return english.ended.placed[where](anyWords).title
}

/** The title and sentence of a failure, as patterns. */
export function failurePatterns(
  failure: Failure,
  howFar: HowFar = 'nothing'
): { readonly title: RegExp; readonly sentence: RegExp } {
  const { title, sentence } = say(english.failures, failure, howFar)
  return { title: patternOf(title), sentence: patternOf(sentence) }
}
