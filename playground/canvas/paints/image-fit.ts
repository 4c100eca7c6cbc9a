import { identity, invertOrNull, multiply, transformedBox } from '../../document/geometry'

interface Size {
  readonly width: number
  readonly height: number
}

/**
 * The image's pixels → the node's px, for a paint that shows the image once (FILL, FIT, CROP) or the first tile of one
 * that repeats it (TILE). Null where a crop flattens the image to a line.
 */
export function imageToNode(paint: ImagePaint, image: Size, node: Size): Transform | null {
  if (paint.scaleMode === 'CROP') {
    return cropToNode(paint.imageTransform ?? identity, image, node)
  }
  const [turn, turned] = turnedImage(paint.rotation ?? 0, image)
  if (paint.scaleMode === 'TILE') {
    const factor = paint.scalingFactor ?? 1
    return multiply(scaling(factor, factor), turn)
  }
  const ratios = [node.width / turned.width, node.height / turned.height]
  const factor = paint.scaleMode === 'FILL' ? Math.max(...ratios) : Math.min(...ratios)
  const middle: Transform = [
    [factor, 0, (node.width - turned.width * factor) / 2],
    [0, factor, (node.height - turned.height * factor) / 2]
  ]
  return multiply(middle, turn)
}

/*
 * imageTransform maps the node's unit square to the image's; what is wanted is the way back, in px:
 *
 *   image px ──▶ image unit ──imageTransform⁻¹──▶ node unit ──▶ node px
 */
function cropToNode(imageTransform: Transform, image: Size, node: Size): Transform | null {
  const inverse = invertOrNull(imageTransform)
  if (inverse === null) {
    return null
  }
  const [[a, c, e], [b, d, f]] = inverse
  return [
    [(a * node.width) / image.width, (c * node.width) / image.height, e * node.width],
    [(b * node.height) / image.width, (d * node.height) / image.height, f * node.height]
  ]
}

function scaling(x: number, y: number): Transform {
  return [
    [x, 0, 0],
    [0, y, 0]
  ]
}

/** The turn by a multiple of 90° that keeps the image in the quadrant right and below of the origin, and its size then. */
function turnedImage(degrees: number, image: Size): readonly [Transform, Size] {
  const { width, height } = image
  switch (((Math.round(degrees / 90) % 4) + 4) % 4) {
    case 1:
      return [
        [
          [0, -1, height],
          [1, 0, 0]
        ],
        { width: height, height: width }
      ]
    case 2:
      return [
        [
          [-1, 0, width],
          [0, -1, height]
        ],
        image
      ]
    case 3:
      return [
        [
          [0, 1, 0],
          [-1, 0, width]
        ],
        { width: height, height: width }
      ]
    default:
      return [identity, image]
  }
}

/**
 * The transform with its noise taken off, if it puts every pixel of the image exactly onto a pixel (no change of size,
 * turns by 90° and mirroring allowed); else null.
 */
export function pixelToPixel(toPixels: Transform, image: Size): Transform | null {
  const [[a, c, e], [b, d, f]] = toPixels
  const whole = [a, b, c, d].map(Math.round)
  // A drift of less than a hundredth of a pixel over the whole image is noise.
  const allowed = 0.01 / Math.max(image.width, image.height)
  const isExact =
    [a, b, c, d].every((value, index) => Math.abs(value - (whole[index] ?? 0)) < allowed) &&
    Math.abs(Math.abs(a * d - b * c) - 1) < 0.01 &&
    Math.abs(e - Math.round(e)) < 0.01 &&
    Math.abs(f - Math.round(f)) < 0.01
  const [wholeA = 0, wholeB = 0, wholeC = 0, wholeD = 0] = whole
  return isExact
    ? [
        [wholeA, wholeC, Math.round(e)],
        [wholeB, wholeD, Math.round(f)]
      ]
    : null
}

/**
 * The part of the node's space where the image is, as a path to clip by; null where that is all of `box`. A side of an
 * upright image that reaches the box's edge is moved out of the way, so that the edge is not softened twice.
 */
export function imageArea(toNode: Transform, image: Size, box: Rect): Path2D | null {
  const [[a, c], [b, d]] = toNode
  const path = new Path2D()
  const upright = (b === 0 && c === 0) || (a === 0 && d === 0)
  if (!upright) {
    path.addPath(imagePath(image), new DOMMatrix([a, b, c, d, toNode[0][2], toNode[1][2]]))
    return path
  }
  const covered = transformedBox(toNode, { x: 0, y: 0, width: image.width, height: image.height })
  const near = 1e-6 * Math.max(1, box.width, box.height)
  const far = 2 * Math.max(box.width, box.height) + 1e3
  const left = covered.x <= box.x + near ? box.x - far : covered.x
  const top = covered.y <= box.y + near ? box.y - far : covered.y
  const right = covered.x + covered.width
  const bottom = covered.y + covered.height
  const openRight = right >= box.x + box.width - near
  const openBottom = bottom >= box.y + box.height - near
  if (left < box.x && top < box.y && openRight && openBottom) {
    return null
  }
  path.rect(
    left,
    top,
    (openRight ? box.x + box.width + far : right) - left,
    (openBottom ? box.y + box.height + far : bottom) - top
  )
  return path
}

function imagePath({ width, height }: Size): Path2D {
  const path = new Path2D()
  path.rect(0, 0, width, height)
  return path
}
