import type { Side } from '../../core/geometry/insets'
import type { GrowthObstacle } from '../../core/growth/growth'
import type { Outcome } from '../../core/outcome'
import type { InsetsObstacle } from '../../core/plan/plan-sides'

/** Finds the invalid field of a growth; null if it is none or not only one. */
export function wrongField(
  plan: Outcome<unknown, GrowthObstacle | InsetsObstacle>
): Side | 'width' | 'height' | null {
  if (plan.ok) {
    return null
  }
  const { failure } = plan
  return 'side' in failure ? failure.side : 'axis' in failure ? failure.axis : null
}
