import type { Settings } from '../../core/settings'
import { chinese } from './chinese'
import { english } from './english'

/** All texts of the window in one language. English defines the type of every other language. */
export type Words = typeof english

/** Returns the words of the chosen language; `languages` are the browser's, the preferred one first (BCP 47). */
export function wordsFor(language: Settings['language'], languages: readonly string[]): Words {
  switch (language) {
    case 'english':
      return english
    case 'chinese':
      return chinese
    case 'browser': {
      const known = languages.find((tag) => /^(en|zh)\b/i.test(tag))
      return known !== undefined && /^zh/i.test(known) ? chinese : english
    }
  }
}
