import type { Reply } from '../../bridge/protocol'
import type { Recipe } from '../../core/expansion/recipe'
import { stateOfGrowth } from '../draft/growth-actions'
import type { AppState } from '../state/app-state'
import { selectedLayer } from './selected-layer'

/** Computes what the form shows first, by how the plugin was started. */
export function takeLaunch(
  { command, recipe }: Reply<'read-launch'>,
  { selection }: AppState
): Partial<AppState> {
  if (recipe !== null) {
    return takeRecipe(recipe, selection)
  }
  switch (command) {
    case 'again':
      return { news: { kind: 'no-recipe' } }
    case 'fill':
      return { isAsked: true, chosenMode: 'frame' }
    case 'expand':
      return {}
  }
}

function takeRecipe(
  { growth, content, prompt, tuning, maskIsInverted, matchSeam }: Recipe,
  selection: AppState['selection']
): Partial<AppState> {
  const text = (value: number | null): string => (value === null ? '' : String(value))
  return {
    prompt,
    tuningTexts: {
      strength: text(tuning.strength),
      scale: text(tuning.scale),
      steps: text(tuning.steps),
      // With the same seed, the same image would be paid for again.
      seed: ''
    },
    chosenContent: content,
    chosenMode: growth === null ? 'frame' : 'sides',
    recipeSettings: { nodeId: selectedLayer(selection), maskIsInverted, matchSeam },
    ...(growth === null ? {} : stateOfGrowth(growth))
  }
}
