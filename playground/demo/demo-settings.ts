import { defaultSettings, type Settings } from '../../src/core/settings'
import { chinese } from '../../src/ui/words/chinese'
import { english } from '../../src/ui/words/english'
import type { Words } from '../../src/ui/words/words'
import type { DemoOptions } from './demo-options'

/** Returns the plugin's settings that the options ask for. */
export function settingsOf({ language, request, variations }: DemoOptions): Settings {
  return {
    ...defaultSettings,
    language: language === 'zh' ? 'chinese' : 'english',
    isSingleRequest: request === 'single',
    variants: variations
  }
}

/** Returns the words that the window is written in. */
export function wordsOf({ language }: DemoOptions): Words {
  return language === 'zh' ? chinese : english
}
