import type { Recipe } from '../../../src/core/expansion/recipe'

/** A recipe for tests in which its content does not matter. */
export const sampleRecipe: Recipe = {
  version: 1,
  growth: { kind: 'sides', texts: { top: '1', right: '2', bottom: '3', left: '4' } },
  content: 'background',
  prompt: '',
  seed: 5,
  tuning: { strength: null, scale: null, steps: null },
  maskIsInverted: false,
  matchSeam: true,
  seam: { before: { mean: 3, worst: 6 }, after: { mean: 0.5, worst: 1 } }
}
