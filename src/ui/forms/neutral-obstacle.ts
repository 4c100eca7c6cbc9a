import type { GrowthObstacle } from '../../core/growth/growth'
import type { FrameObstacle } from '../../core/plan/plan-frame'
import type { InsetsObstacle } from '../../core/plan/plan-sides'
import type { DraftObstacle } from '../draft/read-draft'

type PlanObstacle = GrowthObstacle | InsetsObstacle | FrameObstacle | DraftObstacle

/** The layer has the size that is set, or the frame has nothing to be filled: what was wanted is so already. */
const doneKinds = {
  sameSize: new Set<PlanObstacle['kind']>(['no-larger']),
  noEmptySpace: new Set<PlanObstacle['kind']>(['already-covered', 'picture-is-fill'])
} as const

/** Tells in which way there is nothing left to do; null where an obstacle is another. */
export function doneBy({ kind }: PlanObstacle): keyof typeof doneKinds | null {
  return doneKinds.sameSize.has(kind) ? 'sameSize' : doneKinds.noEmptySpace.has(kind) ? 'noEmptySpace' : null
}

/** Tells whether an obstacle is no mistake, and so never shown in red: nothing is left to do, or nothing is set yet. */
export function isNeutral(obstacle: PlanObstacle): boolean {
  return obstacle.kind === 'nothing-to-add' || doneBy(obstacle) !== null
}
