import { chineseEnded } from './ended'
import type { english } from './english'
import { chineseExpand } from './expand'
import { chineseFailures } from './failures/chinese-failures'
import { chineseClaims } from './failures/claims'
import { chineseHistory } from './history'
import { chineseLink } from './link'
import { chineseObstacles } from './obstacles'
import { chineseRuns } from './runs'
import { chineseSettings } from './settings'

/** All texts of the window in Simplified Chinese. */
export const chinese = {
  tag: 'zh-CN',
  unchanged: chineseClaims['file unchanged'].sentence,
  sentences: (first, second) => first + second,
  listed: (name, about) => `${name}，${about}`,
  failures: chineseFailures,
  ...chineseObstacles,
  ...chineseExpand,
  ...chineseLink,
  ...chineseRuns,
  ...chineseEnded,
  ...chineseHistory,
  ...chineseSettings
} satisfies typeof english
