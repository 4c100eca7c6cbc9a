import type { GrowthObstacle } from '../../core/growth/growth'
import type { FrameObstacle } from '../../core/plan/plan-frame'
import type { InsetsObstacle } from '../../core/plan/plan-sides'
import type { DraftObstacle } from '../draft/read-draft'

type PlanObstacle = GrowthObstacle | InsetsObstacle | FrameObstacle | DraftObstacle

/** Obstacles that say that nothing is left to do: the layer has the size, or the frame has no empty area. */
const doneKinds = {
  sameSize: new Set<PlanObstacle['kind']>(['no-larger']),
  noEmptySpace: new Set<PlanObstacle['kind']>(['already-covered', 'picture-is-fill'])
} as const

/** Returns in which way nothing is left to do; null for any other obstacle. */
export function doneBy({ kind }: PlanObstacle): keyof typeof doneKinds | null {
  return doneKinds.sameSize.has(kind) ? 'sameSize' : doneKinds.noEmptySpace.has(kind) ? 'noEmptySpace' : null
}

/** Tells whether an obstacle is no mistake, so that it is not red: nothing is left to do, or nothing is set yet. */
export function isNeutral(obstacle: PlanObstacle): boolean {
  return obstacle.kind === 'nothing-to-add' || doneBy(obstacle) !== null
}
