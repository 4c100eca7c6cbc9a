import type { Caller } from '../../bridge/caller'
import type { Clock } from '../../core/clock'
import type { ServiceClient } from '../../service/service-client'
import type { ExpansionPorts } from './expansion-ports'
import type { TaskMemory } from './task-memory'

/** What runs work with; each can be a fake in a test. */
export interface RunsPorts extends Omit<ExpansionPorts, 'service' | 'memory'> {
  readonly call: Caller
  readonly clock: Clock
  /** Milliseconds since 1970. */
  readonly epochMs: () => number
  /** A number from 0 up to 1, as from Math.random. */
  readonly random: () => number
  readonly memory: TaskMemory
  /** Null without a key. */
  readonly serviceAt: (baseUrl: string) => ServiceClient | null
}
