import { playSchedules } from './chaos-figures'

/** Plays a part of the schedules in its own process: how many, and from which seed on. */
const [schedules, firstSeed] = process.argv.slice(2).map(Number)
process.send?.(await playSchedules(schedules ?? 0, firstSeed ?? 1))
process.disconnect()
