import sharp from 'sharp'
import { fuzzAnswers } from '../../tests/fuzz/fuzz-answers'
import { openImageFuzzer } from '../../tests/fuzz/fuzz-images'
import { memoryOfChildren } from '../report/process-memory'
import type { Row } from '../report/row'

const count = 10_000
const batch = 500

/** Greatest growth of memory over a run, bytes: four decoded results of the largest size. */
const mostGrowth = 4 * 4096 * 4096 * 4

/** Feeds mutated answers and images to the client and the pixel work. */
export async function measureFuzz(): Promise<readonly Row[]> {
  return [await fuzzedAnswers(), await fuzzedImages()]
}

async function fuzzedAnswers(): Promise<Row> {
  const png = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#808080' } })
    .png()
    .toBuffer()
  const before = process.memoryUsage.rss()
  const { outcomes, problems } = await fuzzAnswers(1, count, new Uint8Array(png))
  const growth = process.memoryUsage.rss() - before
  return row('mutated answers', Object.keys(outcomes).length, problems, growth)
}

async function fuzzedImages(): Promise<Row> {
  const fuzzer = await openImageFuzzer()
  const outcomes = new Set<string>()
  const problems: string[] = []
  try {
    await fuzzer.run(1, batch)
    const before = memoryOfChildren() ?? NaN
    let peak = before
    for (let seed = 1; seed <= count; seed += batch) {
      const run = await fuzzer.run(seed, batch)
      Object.keys(run.outcomes).forEach((name) => outcomes.add(name))
      problems.push(...run.problems)
      peak = Math.max(peak, memoryOfChildren() ?? NaN)
    }
    return row('damaged images', outcomes.size, problems, peak - before)
  } finally {
    await fuzzer.close()
  }
}

function row(what: string, kinds: number, problems: readonly string[], growth: number): Row {
  for (const problem of problems.slice(0, 5)) {
    console.error(problem)
  }
  return {
    what: `fuzz: ${count} ${what}`,
    measured: `${problems.length} without words or past a boundary; memory +${Math.round(growth / 1e6)} MB`,
    beside: `${kinds} kinds of outcome`,
    ratio: (growth / mostGrowth).toFixed(2),
    goal: `0; memory ≤ +${Math.round(mostGrowth / 1e6)} MB`,
    isMet: problems.length === 0 && !(growth > mostGrowth)
  }
}
