import { playSchedules } from './chaos-figures'

/** A part of the schedules, in a process of its own: how many, and from which seed on. */
const [schedules, firstSeed] = process.argv.slice(2).map(Number)
process.send?.(await playSchedules(schedules ?? 0, firstSeed ?? 1))
process.disconnect()
