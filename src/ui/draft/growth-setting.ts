import { ratios } from '../../core/geometry/ratios'
import type { Growth } from '../../core/growth/growth'
import { type AppState, initialState } from '../state/app-state'

/** The part of the state that holds the growth. */
export type GrowthSetting = Pick<AppState, 'growthKind' | 'insetTexts' | 'ratio' | 'sizeTexts' | 'anchor'>

/** The initial growth of a layer. */
export const firstGrowth: GrowthSetting = growthSettingOf(initialState)

/** The growth after an expansion: a layer grows no further by itself. */
export const noGrowth: GrowthSetting = {
  ...firstGrowth,
  growthKind: 'sides',
  insetTexts: { top: '0', right: '0', bottom: '0', left: '0' }
}

export function growthSettingOf(state: AppState): GrowthSetting {
  const { growthKind, insetTexts, ratio, sizeTexts, anchor } = state
  return { growthKind, insetTexts, ratio, sizeTexts, anchor }
}

/** Tells whether the state holds this growth. */
export function isSetTo(state: AppState, growth: Growth): boolean {
  return JSON.stringify(growthOf(state)) === JSON.stringify(growth)
}

/** Computes the growth that the state holds. */
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
