import type { Settings } from '../../core/settings'
import { chinese } from './chinese'
import { english } from './english'

/** Everything that the window says, in one language: English is written first, and every other language has its shape. */
export type Words = typeof english

/** The words of the language that is set; `languages` are the browser's, the preferred one first (BCP 47). */
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
