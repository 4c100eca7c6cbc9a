import { endWell } from './end-well'
import type { FaultName } from './faults'
import type { Fate } from './ledger'
import { type Acts, play } from './play'
import { withoutRejections } from './without-rejections'
import { createWorld, startMs, type WorldOptions } from './world'

/** What one schedule has come to. */
export interface ScheduleReport {
  readonly seed: number
  /** What must never be, and was. */
  readonly violations: readonly string[]
  readonly faults: ReadonlyMap<FaultName, number>
  /** What became of the tasks that the service completed. */
  readonly fates: ReadonlyMap<Fate, number>
  readonly acts: ReadonlyMap<string, number>
  readonly tasks: number
  readonly windows: number
  readonly events: number
  /** How long it would have taken, ms. */
  readonly lastedMs: number
  /** What happened, one line each; only where it was asked for. */
  readonly story: readonly string[]
}

/** Plays one schedule: the same seed plays the same. */
export async function playSchedule(options: WorldOptions): Promise<ScheduleReport> {
  const world = createWorld(options)
  const acts: Acts = new Map()
  let fates: ReadonlyMap<Fate, number> = new Map()
  await withoutRejections(
    (reason) => {
      world.onViolation(`rejected and not caught: ${String(reason)}`)
    },
    async () => {
      await play(world, acts)
      const forgets = [...acts].filter(([name]) => name.startsWith('forget what was lost'))
      fates = await endWell(
        world,
        forgets.reduce((sum, [, count]) => sum + count, 0)
      )
    }
  )
  return {
    seed: options.seed,
    violations: [...world.violations],
    faults: world.faults.counts,
    fates,
    acts,
    tasks: world.service.made.length,
    windows: world.opened(),
    events: world.time.events(),
    lastedMs: world.time.nowMs() - startMs,
    story: world.story
  }
}
