import type { Params, Reply } from '../../bridge/protocol'
import type { DocumentFailure } from '../../core/failures'
import { buildMask as writeMask } from '../../core/mask/build-mask'
import { type Outcome, succeed } from '../../core/outcome'

/** Writes the mask of a canvas request from the plan's shapes. */
export function buildMask({
  size,
  shapes,
  isInverted
}: Params<'build-mask'>): Outcome<Reply<'build-mask'>, DocumentFailure> {
  return succeed({ png: writeMask(size, shapes, isInverted) })
}
