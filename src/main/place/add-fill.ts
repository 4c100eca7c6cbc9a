import { compose, stretchAndMove } from '../../core/geometry/affine'
import { growBy, type Insets } from '../../core/geometry/insets'
import type { Size } from '../../core/geometry/size'
import { imagePaintCount } from '../nodes/paint-order'

/**
 * The paints of a layer that has grown, with the new image among them: above those that were sent with it. What lies above
 * it, such as a gradient, stays where it is seen: it is stretched to the new box no more than the image is.
 */
export function addGrownFill(
  paints: readonly Paint[],
  image: ImagePaint,
  {
    above,
    subject,
    insets
  }: { readonly above: 'images' | 'everything'; readonly subject: Size; readonly insets: Insets }
): readonly Paint[] {
  const count = grownFillIndex(paints, above)
  const canvas = growBy(subject, insets)
  // From the unit square of the grown layer to that of the layer as it was.
  const before = stretchAndMove(
    canvas.width / subject.width,
    canvas.height / subject.height,
    -insets.left / subject.width,
    -insets.top / subject.height
  )
  return [
    ...paints.slice(0, count),
    image,
    ...paints
      .slice(count)
      .map((paint) =>
        'gradientTransform' in paint
          ? { ...paint, gradientTransform: toTransform(compose(paint.gradientTransform, before)) }
          : paint
      )
  ]
}

/** Where among the paints of a layer the new image comes. */
export function grownFillIndex(paints: readonly Paint[], above: 'images' | 'everything'): number {
  return above === 'images' ? imagePaintCount(paints) : paints.length
}

function toTransform([[a, b, x], [c, d, y]]: ReturnType<typeof compose>): Transform {
  return [
    [a, b, x],
    [c, d, y]
  ]
}
