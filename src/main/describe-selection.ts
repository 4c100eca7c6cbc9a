import type { Selection } from '../core/target'
import { describeFrame } from './describe-frame'
import { describeSides } from './describe-sides'

/** Describes what of the current selection can be expanded, in either mode, or why nothing can. Reads only. */
export async function describeSelection(): Promise<Selection> {
  const { selection } = figma.currentPage
  const [sides, frame] = await Promise.all([describeSides(selection), describeFrame(selection)])
  return { sides, frame }
}
