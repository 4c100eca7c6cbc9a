import type { Clock } from '../../src/core/clock'
import type { LinkRules } from './download'
import type { FaultSwitches } from './fault-switches'
import type { RewriteImage } from './perform-order'
import type { RateLimit } from './rate-limit'
import type { RequestLog } from './request-log'
import type { ResultLinks } from './result-links'
import type { TaskStore } from './task-store'

/** All that a stand-in holds while it runs; the routes read and change it. */
export interface ServiceState {
  readonly clock: Clock
  readonly random: () => number
  readonly keys: readonly string[]
  readonly strict: boolean
  readonly processingMs: number
  readonly rewriteImage: RewriteImage
  readonly switches: FaultSwitches
  readonly limit: RateLimit
  readonly log: RequestLog
  readonly tasks: TaskStore
  readonly links: ResultLinks
  /** How the links of creates are followed. */
  readonly linkRules: LinkRules
}
