import { compose, stretchAndMove } from '../../core/geometry/affine'
import { growBy } from '../../core/geometry/insets'
import type { RoundedBox } from '../../core/geometry/rounded-box'
import { drawnInsets } from '../../core/growth/growth'
import type { TargetDraft } from '../draft/read-draft'
import type { CanvasView } from './canvas-drawing'

/** What a draft's canvas shows, in document units from its top left corner. */
export interface DraftCanvas extends Pick<CanvasView, 'canvas' | 'kept' | 'live'> {
  /** Where the thumbnail of what is sent lies. */
  readonly pictureBox: Omit<NonNullable<CanvasView['picture']>, 'url'>
}

/** Finds what is seen of a layer that grows, or of a frame that is filled. */
export function canvasOfDraft(draft: TargetDraft & { readonly kind: 'sides' | 'frame' }): DraftCanvas {
  if (draft.kind === 'frame') {
    const { target, subjectIds } = draft
    const shapes = (areKept: boolean): readonly RoundedBox[] =>
      target.layers.filter(({ nodeId }) => subjectIds.includes(nodeId) === areKept).map(({ shape }) => shape)
    const { width, height } = target
    return {
      canvas: target,
      kept: shapes(true),
      live: shapes(false),
      pictureBox: { width, height, x: 0, y: 0 }
    }
  }
  const { target, content, growth } = draft
  // Also where nothing can be sent of it: what is being dragged must not jump.
  const insets = drawnInsets(growth, target)
  const { width, height } = target
  const place = stretchAndMove(1, 1, insets.left, insets.top)
  return {
    canvas: growBy(target, insets),
    kept: [{ width, height, radii: [0, 0, 0, 0], place }],
    live: content.liveShapes.map((shape) => ({ ...shape, place: compose(place, shape.place) })),
    pictureBox: { width, height, x: insets.left, y: insets.top }
  }
}
