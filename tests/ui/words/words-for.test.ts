import { expect, test } from 'vitest'
import type { Settings } from '../../../src/core/settings'
import { chinese } from '../../../src/ui/words/chinese'
import { english } from '../../../src/ui/words/english'
import { wordsFor } from '../../../src/ui/words/words'

test.each([
  ['browser', ['zh-CN', 'en'], chinese],
  ['browser', ['de-DE', 'zh-Hans', 'en'], chinese],
  ['browser', ['de-DE', 'en-GB', 'zh'], english],
  ['browser', ['fr'], english],
  ['browser', [], english],
  ['english', ['zh-CN'], english],
  ['chinese', ['en'], chinese]
] as const satisfies [Settings['language'], string[], unknown][])(
  '%s, in a browser set to %j',
  (language, languages, words) => {
    expect(wordsFor(language, languages)).toBe(words)
  }
)
