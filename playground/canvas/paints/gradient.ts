import { invertOrNull, multiply } from '../../document/geometry'
import type { Area } from '../outline'
import { applyTransform, type Context2D, domMatrix } from '../surface'
import { cssColor } from './color'

/**
 * Fills an area with a gradient. The area's outline is carried into the gradient's own unit square and drawn there, so
 * that gradients that are turned, stretched or skewed come out right.
 */
export function paintGradient(context: Context2D, area: Area, paint: GradientPaint): void {
  const toUnit: Transform = [
    [1 / Math.max(area.width, 1e-6), 0, 0],
    [0, 1 / Math.max(area.height, 1e-6), 0]
  ]
  const toGradient = multiply(paint.gradientTransform, toUnit)
  const toNode = invertOrNull(toGradient)
  const last = paint.gradientStops[paint.gradientStops.length - 1]
  if (last === undefined) {
    return
  }
  if (toNode === null) {
    context.fillStyle = cssColor(last.color, last.color.a)
    context.fill(area.outline.path, area.outline.rule)
    return
  }
  const path = new Path2D()
  path.addPath(area.outline.path, domMatrix(toGradient))
  applyTransform(context, multiply(area.nodeToPixels, toNode))
  if (paint.type === 'GRADIENT_DIAMOND') {
    context.clip(path, area.outline.rule)
    fillDiamond(context, paint)
    return
  }
  context.fillStyle = withStops(emptyGradient(context, paint.type), paint)
  context.fill(path, area.outline.rule)
}

function emptyGradient(
  context: Context2D,
  type: 'GRADIENT_LINEAR' | 'GRADIENT_RADIAL' | 'GRADIENT_ANGULAR'
): CanvasGradient {
  switch (type) {
    case 'GRADIENT_LINEAR':
      return context.createLinearGradient(0, 0, 1, 0)
    case 'GRADIENT_RADIAL':
      return context.createRadialGradient(0.5, 0.5, 0, 0.5, 0.5, 0.5)
    case 'GRADIENT_ANGULAR':
      return context.createConicGradient(0, 0.5, 0.5)
  }
}

function withStops(gradient: CanvasGradient, paint: GradientPaint): CanvasGradient {
  for (const { position, color } of paint.gradientStops) {
    gradient.addColorStop(Math.max(0, Math.min(1, position)), cssColor(color, color.a))
  }
  return gradient
}

/*
 * A diamond's colour depends on |x − ½| + |y − ½|: in each quarter that is a linear gradient along the diagonal.
 *
 *        ╱╲
 *      ╱ ▲▲ ╲          Each quarter is drawn a little over its lower neighbours' edge, where both
 *      ╲ ▼▼ ╱          have the same colour, so that no seam shows.
 *        ╲╱
 */
function fillDiamond(context: Context2D, paint: GradientPaint): void {
  const far = 1e4
  const overlap = 1e-3
  for (const [x, y] of [
    [1, 1],
    [-1, 1],
    [1, -1],
    [-1, -1]
  ] as const) {
    const gradient = context.createLinearGradient(0.5, 0.5, 0.5 + x / 4, 0.5 + y / 4)
    context.fillStyle = withStops(gradient, paint)
    const left = x > 0 ? 0.5 - overlap : 0.5 - far
    const top = y > 0 ? 0.5 - overlap : 0.5 - far
    context.fillRect(left, top, far + overlap, far + overlap)
  }
}
