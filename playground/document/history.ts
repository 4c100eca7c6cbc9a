import type { PlaygroundDocument } from './document'
import { equalSnapshots, type Snapshot } from './snapshot'

/** A document's undo steps. */
export class History {
  private current: Snapshot
  private readonly past: Snapshot[] = []
  private future: Snapshot[] = []

  constructor(private readonly document: PlaygroundDocument) {
    this.current = document.snapshot()
  }

  /** Makes one undo step of what changed since the last one; nothing changed, no step. */
  commit(): void {
    const now = this.document.snapshot()
    if (equalSnapshots(now, this.current)) {
      return
    }
    this.past.push(this.current)
    this.future = []
    this.current = now
  }

  /** Takes back the last step (what was not committed yet counts as one); false when there is none. */
  undo(): boolean {
    this.commit()
    const previous = this.past.pop()
    if (previous === undefined) {
      return false
    }
    this.future.push(this.current)
    this.current = previous
    this.document.restore(previous)
    return true
  }

  /** Does again what was undone last; false when there is nothing, or something else was done since. */
  redo(): boolean {
    this.commit()
    const next = this.future.pop()
    if (next === undefined) {
      return false
    }
    this.past.push(this.current)
    this.current = next
    this.document.restore(next)
    return true
  }
}
