import { ratios } from '../../core/geometry/ratios'
import type { Growth } from '../../core/growth/growth'
import { type AppState, initialState } from '../state/app-state'

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

/** How far layers are to grow, by what is set in the window. */
export function growthOf({ growthKind, insetTexts, ratio, sizeTexts, anchor }: AppState): Growth {
  switch (growthKind) {
    case 'sides':
      return { kind: 'sides', texts: insetTexts }
    case 'ratio':
      return { kind: 'ratio', ratio: ratios[ratio] ?? { width: 1, height: 1 }, anchor }
    case 'size':
      return { kind: 'size', ...sizeTexts, anchor }
  }
}
