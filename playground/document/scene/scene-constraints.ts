import type { SceneNodeData } from './scene-schema'

const horizontalWords = {
  LEFT: 'MIN',
  RIGHT: 'MAX',
  CENTER: 'CENTER',
  LEFT_RIGHT: 'STRETCH',
  SCALE: 'SCALE'
} as const
const verticalWords = {
  TOP: 'MIN',
  BOTTOM: 'MAX',
  CENTER: 'CENTER',
  TOP_BOTTOM: 'STRETCH',
  SCALE: 'SCALE'
} as const
const horizontalNames = {
  MIN: 'LEFT',
  MAX: 'RIGHT',
  CENTER: 'CENTER',
  STRETCH: 'LEFT_RIGHT',
  SCALE: 'SCALE'
} as const
const verticalNames = {
  MIN: 'TOP',
  MAX: 'BOTTOM',
  CENTER: 'CENTER',
  STRETCH: 'TOP_BOTTOM',
  SCALE: 'SCALE'
} as const

type SceneConstraints = NonNullable<SceneNodeData['constraints']>

export function readConstraints({ horizontal, vertical }: SceneConstraints): Constraints {
  return { horizontal: horizontalWords[horizontal], vertical: verticalWords[vertical] }
}

export function writeConstraints({ horizontal, vertical }: Constraints): SceneConstraints {
  return { horizontal: horizontalNames[horizontal], vertical: verticalNames[vertical] }
}
