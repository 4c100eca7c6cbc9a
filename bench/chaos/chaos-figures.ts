// An ambient declaration has no module to import.
// eslint-disable-next-line @typescript-eslint/triple-slash-reference
/// <reference path="../../tests/busboy.d.ts" />
import { bundlePlugin } from '../../tests/chaos/plugin-code'
import { playSchedule } from '../../tests/chaos/schedule'

/** The outcome of a number of schedules. Plain data. */
export interface ChaosFigures {
  /** Broken promises, with the seed that replays each. */
  readonly failures: readonly string[]
  readonly schedules: number
  readonly tasks: number
  readonly windows: number
  /** Virtual time of all schedules together, ms. */
  readonly lastedMs: number
  readonly seconds: number
  /** Counts: fates of completed tasks, faults and presses. */
  readonly counts: Readonly<Record<'fates' | 'faults' | 'presses', ReadonlyMap<string, number>>>
}

/** Plays a number of schedules, from a seed on. */
export async function playSchedules(schedules: number, firstSeed: number): Promise<ChaosFigures> {
  const code = await bundlePlugin()
  const startMs = performance.now()
  const parts: ChaosFigures[] = []
  for (let seed = firstSeed; seed < firstSeed + schedules; seed += 1) {
    const { violations, tasks, windows, lastedMs, fates, faults, acts } = await playSchedule({ code, seed })
    parts.push({
      failures: violations.map((violation) => `CHAOS_SEED=${seed}: ${violation}`),
      schedules: 1,
      tasks,
      windows,
      lastedMs,
      seconds: 0,
      counts: { fates, faults, presses: acts }
    })
  }
  return { ...addFigures(parts), seconds: (performance.now() - startMs) / 1000 }
}

export function addFigures(parts: readonly ChaosFigures[]): ChaosFigures {
  const sum = (of: (part: ChaosFigures) => number): number =>
    parts.reduce((total, part) => total + of(part), 0)
  const counted = (name: keyof ChaosFigures['counts']): ReadonlyMap<string, number> => {
    const sums = new Map<string, number>()
    for (const [each, count] of parts.flatMap(({ counts }) => [...counts[name]])) {
      sums.set(each, (sums.get(each) ?? 0) + count)
    }
    return sums
  }
  return {
    failures: parts.flatMap(({ failures }) => failures),
    schedules: sum(({ schedules }) => schedules),
    tasks: sum(({ tasks }) => tasks),
    windows: sum(({ windows }) => windows),
    lastedMs: sum(({ lastedMs }) => lastedMs),
    seconds: sum(({ seconds }) => seconds),
    counts: { fates: counted('fates'), faults: counted('faults'), presses: counted('presses') }
  }
}
