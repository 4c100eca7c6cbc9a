import type { Clock } from '../../src/core/clock'
import type { SeededRandom } from './seeded-random'

/** What can strike one request, call or task by chance, with the highest chance of it in a schedule. */
const strokes = {
  /** The connection breaks before the service has the request. */
  'lost before': 0.2,
  /** The service has acted, and its answer never comes. */
  'lost after': 0.2,
  /** No answer, and no error either, for longer than anybody waits. */
  'never answered': 0.06,
  /** The answer takes seconds or minutes. */
  late: 0.2,
  /** The network brings the request to the service twice. */
  duplicated: 0.1,
  /** The answer breaks off in the middle of its body. */
  'body cut off': 0.15,
  /** The body begins and never ends. */
  'body stalled': 0.05,
  'not JSON': 0.12,
  'JSON cut in the middle': 0.12,
  'error page of a gateway': 0.12,
  '5xx before acting': 0.2,
  '5xx after acting': 0.12,
  /** A 404 of a task that exists: some server that does not know it yet. */
  'odd 404': 0.03,
  /** A 404 of a server in between, with a page instead of the service's own answer. */
  'page of a 404': 0.03,
  /** The storage refuses an entry though it has room. */
  'storage refuses': 0.12,
  'storage slow': 0.2,
  'export fails': 0.12,
  'raster work fails': 0.08,
  'raster work slow': 0.2,
  'task fails': 0.2,
  'task takes minutes': 0.1,
  'answer without an image': 0.06,
  'several images': 0.2,
  'image by a link': 0.15,
  'image as it was sent': 0.08,
  'mask misread': 0.12,
  'subject see-through': 0.3,
  /** The plugin is closed right after something crossed one of its borders. */
  'closed at an await': 0.015,
  /** Closed without a word: the editor crashed. */
  crashed: 0.5
} as const

/** What comes over everything for some time, with the most spells of it in a schedule and the longest of them, ms. */
const spells = {
  offline: { most: 2, longestMs: 30_000 },
  '429 storm': { most: 2, longestMs: 30_000 },
  'service down': { most: 1, longestMs: 40_000 },
  'storage full': { most: 2, longestMs: 60_000 },
  'editor busy': { most: 2, longestMs: 40_000 }
} as const

type Stroke = keyof typeof strokes
type Spell = keyof typeof spells
export type FaultName = Stroke | Spell

/** The faults of one schedule: which there are, and how often each has struck. */
export interface Faults {
  /** Draws whether this fault strikes now. */
  readonly strikes: (stroke: Stroke) => boolean
  /** Whether this spell is on now. */
  readonly isOn: (spell: Spell) => boolean
  /** When the spell that is on is over; now where none is. */
  readonly endOf: (spell: Spell) => number
  readonly stop: () => void
  readonly counts: ReadonlyMap<FaultName, number>
}

/** Some schedules are calm, some are storms; of each, some faults are left out altogether. */
const levels = [0, 0.15, 0.5, 1] as const

export function drawFaults(
  random: SeededRandom,
  time: Pick<Clock, 'nowMs'>,
  lengthMs: number,
  only: readonly FaultName[] | null = null
): Faults {
  const level = random.pick(levels)
  const counts = new Map<FaultName, number>()
  const chances = new Map<Stroke, number>()
  const times = new Map<Spell, readonly { readonly fromMs: number; readonly toMs: number }[]>()
  const isDrawn = (name: FaultName): boolean => random.chance(0.5) && (only === null || only.includes(name))
  for (const [name, most] of Object.entries(strokes) as [Stroke, number][]) {
    const isOut = !isDrawn(name)
    const chance = random.between(0, most * level)
    chances.set(name, isOut ? 0 : chance)
  }
  const startMs = time.nowMs()
  for (const [name, { most, longestMs }] of Object.entries(spells) as [Spell, (typeof spells)[Spell]][]) {
    const count = isDrawn(name) && level > 0 ? Math.round(random.between(0, most)) : 0
    times.set(
      name,
      Array.from({ length: count }, () => {
        const fromMs = startMs + random.between(0, lengthMs)
        return { fromMs, toMs: fromMs + random.spread(200, longestMs) * level }
      })
    )
  }
  let isStopped = false
  const count = (name: FaultName): void => {
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const endOf = (spell: Spell): number => {
    const nowMs = time.nowMs()
    const on = isStopped
      ? []
      : (times.get(spell) ?? []).filter(({ fromMs, toMs }) => fromMs <= nowMs && nowMs < toMs)
    return Math.max(nowMs, ...on.map(({ toMs }) => toMs))
  }
  return {
    strikes: (stroke) => {
      const chance = isStopped ? 0 : (chances.get(stroke) ?? 0)
      const doesStrike = chance > 0 && random.chance(chance)
      if (doesStrike) {
        count(stroke)
      }
      return doesStrike
    },
    isOn: (spell) => {
      const isOn = endOf(spell) > time.nowMs()
      if (isOn) {
        count(spell)
      }
      return isOn
    },
    endOf,
    stop: () => {
      isStopped = true
    },
    counts
  }
}
