import type { Growth } from '../growth/growth'
import type { Plan } from '../plan/plan'
import type { Placement } from './placement'
import type { Tuning } from './tuning'

/** Everything about one expansion that is frozen when it is started. */
export interface Expansion {
  /** One press on one target: the variants of an expansion share it, and take each other's place in the document. */
  readonly runId: string
  /** Name of the layer that takes the image, for the window only. */
  readonly name: string
  /** How far the layer grows, as it was given; null where a frame is filled. */
  readonly growth: Growth | null
  readonly plan: Plan
  readonly placement: Placement
  readonly prompt: string
  /** A whole number from 0 up; the service makes the same of the same seed, as far as is known. */
  readonly seed: number
  readonly tuning: Tuning
  /** Whether the service answers the create with the result itself, as late as that is. */
  readonly isSingleRequest: boolean
  readonly maskIsInverted: boolean
  readonly matchSeam: boolean
}
