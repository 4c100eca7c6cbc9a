import type { Growth } from '../../core/growth/growth'
import { initialState, type AppState } from './app-state'
import { growthOf } from './growth-of'

/** The part of the state in which it is set how far layers grow. */
export type GrowthSetting = Pick<AppState, 'growthKind' | 'insetTexts' | 'ratio' | 'sizeTexts' | 'anchor'>

/** What holds for a layer until another growth is set for it. */
export const firstGrowth: GrowthSetting = growthSettingOf(initialState)

/** A layer that has just grown grows no further until that is asked for. */
export const noGrowth: GrowthSetting = {
  ...firstGrowth,
  growthKind: 'sides',
  insetTexts: { top: '0', right: '0', bottom: '0', left: '0' }
}

export function growthSettingOf(state: AppState): GrowthSetting {
  const { growthKind, insetTexts, ratio, sizeTexts, anchor } = state
  return { growthKind, insetTexts, ratio, sizeTexts, anchor }
}

/** Tells whether what is set comes to this growth. */
export function isSetTo(state: AppState, growth: Growth): boolean {
  return JSON.stringify(growthOf(state)) === JSON.stringify(growth)
}
