import { fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Row } from '../report/row'
import { addFigures, type ChaosFigures } from './chaos-figures'

/** Plays 10,000 schedules. Goal: every paid image is placed or offered exactly once and paid for once. */
export async function measureChaos(total = 10_000): Promise<readonly Row[]> {
  console.error(`${total} schedules of faults take some minutes …`)
  const processes = availableParallelism()
  const each = Math.ceil(total / processes)
  const parts = Array.from({ length: processes }, (_, index) => playApart(each, 1 + index * each))
  const { failures, schedules, tasks, windows, lastedMs, seconds, counts } = addFigures(
    await Promise.all(parts)
  )
  failures.slice(0, 20).forEach((failure) => {
    console.error(failure)
  })
  for (const [name, ofEach] of Object.entries(counts)) {
    console.error(`${name}: ${listOf(ofEach)}`)
  }
  const count = (fate: string): number => counts.fates.get(fate) ?? 0
  const broken = new Set(failures.map((failure) => failure.split(':')[0])).size
  const hours = Math.round(lastedMs / 3_600_000)
  const struck = [...counts.faults.values()].reduce((sum, times) => sum + times, 0)
  return [
    {
      what: `${schedules} schedules of faults: ${tasks} paid tasks in ${windows} windows and ${hours} hours`,
      measured: `${broken} schedules broke a promise`,
      beside: `${struck} faults; ${count('placed')} placed, ${count('let go')} let go, ${count('offered')} offered, ${count('lost') + count('stranded')} lost`,
      ratio: `${(schedules / seconds).toFixed(0)} schedules a second on a core`,
      goal: '0 broke a promise',
      isMet: broken === 0
    }
  ]
}

function playApart(schedules: number, firstSeed: number): Promise<ChaosFigures> {
  return new Promise((resolve, reject) => {
    const part = fork(
      fileURLToPath(new URL('./chaos-part.ts', import.meta.url)),
      [String(schedules), String(firstSeed)],
      { serialization: 'advanced' }
    )
    // The part sends only this message.
    part.on('message', (figures) => {
      resolve(figures as unknown as ChaosFigures)
    })
    part.on('exit', (code) => {
      reject(new Error(`a part of the schedules ended with ${String(code)}`))
    })
  })
}

function listOf(counts: ReadonlyMap<string, number>): string {
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ')
}
