import type { Words } from '../../../src/ui/words/words'
import type { StandIn } from '../../service/server'
import type { ScriptClock } from './script-clock'
import type { ScriptEditor } from './script-editor'
import type { Traffic } from './traffic'

/** What a step is done with. */
export interface Stage {
  /** The editor of this step. */
  readonly editor: ScriptEditor
  /** All that are open, the first one first. */
  readonly editors: () => readonly ScriptEditor[]
  readonly words: Words
  readonly clock: ScriptClock
  readonly traffic: Traffic
  /** Null where the demo talks to another service. */
  readonly standIn: StandIn | null
  /** How long the step may wait for what it needs, ms; null: as long as its kind does. */
  readonly timeoutMs: number | null
  /** The folder that pictures and files go to. */
  readonly out: string
}
