import type { Growth } from '../../core/growth/growth'
import { ratios } from '../../core/geometry/ratios'
import type { AppState } from './app-state'

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
