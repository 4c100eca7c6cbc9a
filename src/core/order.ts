import type { Placement } from './placement'
import type { Plan } from './plan'

/** Everything about one expansion that is frozen when it is started. */
export interface Order {
  /** Name of the layer that takes the image, for the window only. */
  readonly name: string
  readonly plan: Plan
  readonly placement: Placement
  readonly prompt: string
  readonly maskIsInverted: boolean
  readonly matchSeam: boolean
}
