import { compose, stretchAndMove } from '../../core/geometry/affine'
import { growBy, type Insets } from '../../core/geometry/insets'
import type { Size } from '../../core/geometry/size'
import { imagePaintCount } from '../nodes/paint-order'

/**
 * Returns the paints of a grown layer with the new image above the paints that were sent. Paints above the image, such as a
 * gradient, keep their position and size: they are not stretched to the new box.
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
  // Maps the unit square of the grown layer to that of the layer before.
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

/** Finds the index of the new image among the paints of a layer. */
export function grownFillIndex(paints: readonly Paint[], above: 'images' | 'everything'): number {
  return above === 'images' ? imagePaintCount(paints) : paints.length
}

function toTransform([[a, b, x], [c, d, y]]: ReturnType<typeof compose>): Transform {
  return [
    [a, b, x],
    [c, d, y]
  ]
}
