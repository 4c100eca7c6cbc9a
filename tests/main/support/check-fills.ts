import { equalValues } from '../../../playground/testing/document'

/** What is wrong with the fills of a layer that was to take an image, above the images or above everything it had. */
export function fillProblems(
  before: readonly Paint[],
  after: readonly Paint[],
  imageHash: string,
  above: 'images' | 'everything'
): readonly string[] {
  const isSeenImage = (paint: Paint): boolean =>
    paint.type === 'IMAGE' && paint.visible !== false && paint.opacity !== 0
  const topmost = before.map(isSeenImage).lastIndexOf(true)
  const index = above === 'everything' || topmost === -1 ? before.length : topmost + 1
  const image = after[index]
  const others = after.filter((_, position) => position !== index)
  return [
    ...(image?.type === 'IMAGE' && image.imageHash === imageHash
      ? []
      : ['the image is not where it should be']),
    ...(others.length === before.length &&
    others.every((paint, position) => isSamePaint(paint, before[position], position >= index))
      ? []
      : ['its other fills changed'])
  ]
}

/** Above the image a gradient is laid anew so that it stays where it is seen, which other tests look at. */
function isSamePaint(paint: Paint, before: Paint | undefined, isAbove: boolean): boolean {
  return isAbove && before !== undefined && 'gradientTransform' in before && 'gradientTransform' in paint
    ? equalValues({ ...paint, gradientTransform: before.gradientTransform }, before)
    : equalValues(paint, before)
}
