import type { TaskData } from './envelope'

/** The seconds since 1970 that a task can be of: from 2001 to 2286. Whatever is outside is no moment, or in another unit. */
const firstSecond = 1e9
const lastSecond = 1e10

/** A moment with its time zone (ISO 8601); without one it could be meant anywhere in the world. */
const isoMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/

/**
 * When the service says that it took a task, in milliseconds since 1970 by its own clock. It sends seconds as a number
 * (the reference: as a string). Null where it says nothing, or nothing that can be a moment.
 */
export function createdAtMs({ created_at: moment }: TaskData): number | null {
  const seconds = typeof moment === 'string' ? secondsIn(moment.trim()) : moment
  return seconds !== null && seconds >= firstSecond && seconds < lastSecond
    ? Math.round(seconds * 1_000)
    : null
}

function secondsIn(text: string): number | null {
  if (/^\d+(\.\d+)?$/.test(text)) {
    return Number(text)
  }
  const ms = isoMoment.test(text) ? Date.parse(text) : NaN
  return Number.isNaN(ms) ? null : ms / 1_000
}
