import { compose, stretchAndMove } from '../../core/geometry/affine'
import { growBy } from '../../core/geometry/insets'
import type { RoundedBox } from '../../core/geometry/rounded-box'
import { drawnInsets } from '../../core/growth/growth'
import type { TargetDraft } from '../draft/read-draft'
import type { CanvasView } from './canvas-drawing'

/** The parts of a draft's canvas, in document units from its top left corner. */
export interface DraftCanvas extends Pick<CanvasView, 'canvas' | 'known' | 'editable'> {
  /** The box of the source image's thumbnail. */
  readonly imageBox: Omit<NonNullable<CanvasView['image']>, 'url'>
}

/** Computes the canvas of a layer that grows or a frame that is filled. */
export function canvasOfDraft(draft: TargetDraft & { readonly kind: 'sides' | 'frame' }): DraftCanvas {
  if (draft.kind === 'frame') {
    const { target, subjectIds } = draft
    const shapes = (areKept: boolean): readonly RoundedBox[] =>
      target.layers.filter(({ nodeId }) => subjectIds.includes(nodeId) === areKept).map(({ shape }) => shape)
    const { width, height } = target
    return {
      canvas: target,
      known: shapes(true),
      editable: shapes(false),
      imageBox: { width, height, x: 0, y: 0 }
    }
  }
  const { target, content, growth } = draft
  // Also for an invalid growth: a dragged side must not jump.
  const insets = drawnInsets(growth, target)
  const { width, height } = target
  const place = stretchAndMove(1, 1, insets.left, insets.top)
  return {
    canvas: growBy(target, insets),
    known: [{ width, height, radii: [0, 0, 0, 0], place }],
    editable: content.liveShapes.map((shape) => ({ ...shape, place: compose(place, shape.place) })),
    imageBox: { width, height, x: insets.left, y: insets.top }
  }
}
