import type { Side } from '../../core/geometry/insets'
import type { GrowthObstacle } from '../../core/growth/growth'
import type { Outcome } from '../../core/outcome'
import type { InsetsObstacle } from '../../core/plan/plan-sides'

/** The field that a growth comes to nothing by; null where it is none, or not one alone. */
export function wrongField(
  plan: Outcome<unknown, GrowthObstacle | InsetsObstacle>
): Side | 'width' | 'height' | null {
  if (plan.ok) {
    return null
  }
  const { failure } = plan
  return 'side' in failure ? failure.side : 'axis' in failure ? failure.axis : null
}
