import {
  type FileIdentity,
  isOfFile,
  isPastHour,
  type JournalEntry
} from '../../core/expansion/journal-entry'

/** A paid task of earlier, with what is known of its images. */
export interface RememberedTask {
  readonly entry: JournalEntry
  /** Whether this is the file that its images are for. */
  readonly isHere: boolean
  /** The service keeps images for an hour. By this device's clock that is over; only the service's word decides. */
  readonly isPastHour: boolean
  /**
   * What the service said of it when it was last asked: `over` failed, `gone` is not kept any more. Null where it was not
   * asked, or said nothing that is sure.
   */
  readonly found: 'finished' | 'working' | 'over' | 'gone' | null
  /** Small images of its results that wait, PNG; null for one that can't be drawn. Empty until the service has them. */
  readonly thumbnails: readonly (Uint8Array | null)[]
}

/** Tells whether there is no image to wait for. */
export function isLost({ found }: RememberedTask): boolean {
  return found === 'over' || found === 'gone'
}

/** Describes a listed task, with what was found of it before. */
export function rememberedTask(
  entry: JournalEntry,
  here: FileIdentity,
  nowMs: number,
  known: Pick<RememberedTask, 'found' | 'thumbnails'> | undefined
): RememberedTask {
  return {
    entry,
    isHere: isOfFile(entry, here),
    isPastHour: entry.accepted !== null && isPastHour(entry.accepted, nowMs),
    found: known?.found ?? null,
    thumbnails: known?.thumbnails ?? []
  }
}

/** Puts the tasks of one expansion at one address together: its variations. The oldest expansion first. */
export function byExpansion(
  tasks: readonly RememberedTask[]
): readonly (readonly [RememberedTask, ...RememberedTask[]])[] {
  const groups = new Map<string, [RememberedTask, ...RememberedTask[]]>()
  for (const task of tasks) {
    const { expansion, serviceUrl } = task.entry
    const key = `${serviceUrl} ${expansion.runId}`
    const group = groups.get(key)
    if (group === undefined) {
      groups.set(key, [task])
    } else {
      group.push(task)
    }
  }
  return [...groups.values()]
}
