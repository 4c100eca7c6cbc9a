import { beforeAll, describe, expect, it, test } from 'vitest'
import { isEverythingTested } from '../some-rows'
import { bundlePlugin, type PluginCode } from './plugin-code'
import { type Sabotage, sabotages } from './sabotage'
import { playSchedule, type ScheduleReport } from './schedule'

/*
 * The plugin in seeded random schedules: presses, edits and closings at any moment, over a network, a service, a storage
 * and an editor that fail at random. `npm run bench` plays 10,000 of them. One that failed is played again, with its story:
 *
 *     CHAOS_SEED=1234 npx vitest run tests/chaos
 */

const replayed = process.env['CHAOS_SEED']
const schedules = isEverythingTested ? 150 : 30
const atOnce = 30
/** In calm schedules nothing may be placed, and then nothing of it be broken. */
const mostTries = 10

let code: PluginCode

beforeAll(async () => {
  code = await bundlePlugin()
})

/** What must never be and was, with the seed that plays it again. */
function problemsOf({ seed, violations }: ScheduleReport): readonly string[] {
  return violations.map((violation) => `CHAOS_SEED=${seed}: ${violation}`)
}

if (replayed !== undefined) {
  it(`plays the schedule of seed ${replayed}`, async () => {
    const report = await playSchedule({ code, seed: Number(replayed), tellsStory: true })
    process.stdout.write(`${report.story.join('\n')}\n`)
    expect(problemsOf(report)).toEqual([])
  })
} else {
  describe('what is paid for is placed or offered, once, and paid once', () => {
    test.each(Array.from({ length: schedules / atOnce }, (_, index) => index * atOnce + 1))(
      `in the ${atOnce} schedules from seed %i`,
      async (first) => {
        for (let seed = first; seed < first + atOnce; seed++) {
          expect(problemsOf(await playSchedule({ code, seed }))).toEqual([])
        }
      }
    )

    it('places every image in calm schedules', async () => {
      let placed = 0
      for (let seed = 1; seed <= 6; seed++) {
        const report = await playSchedule({ code, seed, only: [] })
        expect(problemsOf(report)).toEqual([])
        const { fates } = report
        placed += fates.get('placed') ?? 0
        // What is closed during the upload is told of, and known to nobody.
        expect(fates.get('lost')).toBeUndefined()
        expect([fates.get('offered'), fates.get('not kept: storage')]).toEqual([undefined, undefined])
        expect(report.faults.size).toBe(0)
      }
      expect(placed).toBeGreaterThan(10)
    })

    it('plays the same of the same seed', async () => {
      const play = (): Promise<ScheduleReport> => playSchedule({ code, seed: 7, tellsStory: true })
      expect(await play()).toEqual(await play())
    })
  })

  describe('what is broken on purpose is found', () => {
    test.each(Object.entries(sabotages) as [Sabotage, RegExp][])('where it %s', async (sabotage, words) => {
      const isFound = async (seed: number): Promise<boolean> => {
        const { violations } = await playSchedule({ code, seed, sabotage })
        return violations.some((violation) => words.test(violation))
      }
      let seed = 1
      while (seed < mostTries && !(await isFound(seed))) {
        seed += 1
      }
      expect(seed).toBeLessThan(mostTries)
    })
  })
}
