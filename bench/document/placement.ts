import fc from 'fast-check'
import { tolerancePx } from '../../tests/main/support/compare-layers'
import { arbitraryOrder, type Trial, tryPlacement } from '../../tests/main/support/try-placement'
import type { Row } from '../report/row'

interface PlacementFigures {
  /** Number of trees in which the plugin had something to expand. */
  readonly trees: number
  readonly layers: number
  readonly counts: Readonly<Record<Trial['came'], number>>
  /** Greatest distance of a layer from its right place, px. */
  readonly deviationPx: number
  readonly failures: readonly string[]
  /** Number of hugging auto-layout frames that got a fixed size because a minimum held them. */
  readonly fixed: number
  /** Reasons why the image was placed behind a layer instead of growing it, with their counts. */
  readonly fallbacks: ReadonlyMap<string, number>
}

/** Trees that are generated at a time: more would only take memory. */
const batch = 500

/**
 * Places an image in random trees until enough had something to expand, and checks the position of every layer. The same seed
 * gives the same trees.
 */
async function placeInTrees(trees: number, seed: number): Promise<PlacementFigures> {
  const counts: Record<Trial['came'], number> = {
    grown: 0,
    behind: 0,
    fallback: 0,
    filled: 0,
    failed: 0,
    'nothing to expand': 0,
    'not at rest': 0
  }
  const failures: string[] = []
  const fallbacks = new Map<string, number>()
  let placed = 0
  let layers = 0
  let deviationPx = 0
  let fixed = 0
  for (let round = 0; placed < trees; round += 1) {
    const placements = fc.sample(arbitraryOrder, { seed: seed + round, numRuns: batch })
    for (const [index, placement] of placements.entries()) {
      if (placed === trees) {
        break
      }
      const trial = await tryPlacement(placement)
      counts[trial.came] += 1
      if (trial.came === 'nothing to expand' || trial.came === 'not at rest') {
        continue
      }
      placed += 1
      layers += trial.layerCount
      fixed += trial.lostHug ? 1 : 0
      deviationPx = Math.max(deviationPx, trial.deviationPx)
      if (trial.problems.length > 0) {
        failures.push(`tree ${index} of seed ${seed + round}, ${trial.came}: ${trial.problems.join('; ')}`)
      }
      if (trial.came === 'fallback') {
        const reason = trial.reason.replace(/\d+(\.\d+)?(e-?\d+)?/g, '…')
        fallbacks.set(reason, (fallbacks.get(reason) ?? 0) + 1)
      }
    }
  }
  return { trees: placed, layers, counts, deviationPx, failures, fixed, fallbacks }
}

/** Measures 10,000 random trees of the document model. Goal: no layer is off by more than 0.01 px. */
export async function measurePlacement(): Promise<readonly Row[]> {
  console.error('placing in 10,000 random trees takes some minutes …')
  const { trees, layers, counts, deviationPx, failures, fixed, fallbacks } = await placeInTrees(10_000, 1)
  failures.slice(0, 10).forEach((failure) => {
    console.error(failure)
  })
  fallbacks.forEach((count, reason) => {
    console.error(`${count} × behind instead of grown: ${reason}`)
  })
  console.error(
    `${fixed} grown frames hug no more; ${counts['nothing to expand']} further trees had nothing to expand`
  )
  return [
    {
      what: `placing in ${trees} random trees, ${layers} layers`,
      measured: `greatest deviation ${deviationPx.toExponential(1)} px, ${failures.length} failures`,
      beside: `${counts.grown} grown, ${counts.behind} behind, ${counts.filled} filled, ${counts.fallback} behind instead of grown`,
      ratio: '–',
      goal: `0 failures, ≤ ${tolerancePx} px`,
      isMet: failures.length === 0 && deviationPx <= tolerancePx
    }
  ]
}
