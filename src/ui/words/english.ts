import { englishEnded } from './ended'
import { englishExpand } from './expand'
import { englishClaims } from './failures/claims'
import { englishFailures } from './failures/english-failures'
import { englishHistory } from './history'
import { englishLink } from './link'
import { englishObstacles } from './obstacles'
import { englishRuns } from './runs'
import { englishSettings } from './settings'

/** All texts of the window in English. The tables of a screen have both languages side by side. */
export const english = {
  /** The language, BCP 47. */
  tag: 'en',
  /** Said of every failure that changed nothing; the key's test omits it. */
  unchanged: englishClaims['file unchanged'].sentence,
  /** Joins two sentences. */
  sentences: (first: string, second: string): string => `${first} ${second}`,
  /** Joins a name and a remark about it. */
  listed: (name: string, about: string): string => `${name}, ${about}`,
  failures: englishFailures,
  ...englishObstacles,
  ...englishExpand,
  ...englishLink,
  ...englishRuns,
  ...englishEnded,
  ...englishHistory,
  ...englishSettings
}
