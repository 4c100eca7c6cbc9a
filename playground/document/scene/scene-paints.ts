import { apply, identity, invertOrNull, multiply } from '../geometry'
import type { ScenePaint } from './scene-value-schemas'

/** Turns an `imageRef` of a scene into the hash that the document knows the image by. */
export type ImageHashOf = (imageRef: string, path: string) => string

/** The plugin API's paints for those of a scene; kinds that the playground does not know are left out. */
export function readPaints(
  paints: readonly ScenePaint[],
  path: string,
  hashOf: ImageHashOf
): readonly Paint[] {
  return paints.flatMap((paint, index) => readPaint(paint, `${path}.${index}`, hashOf) ?? [])
}

function readPaint(paint: ScenePaint, path: string, hashOf: ImageHashOf): Paint | null {
  if ('unknown' in paint) {
    return null
  }
  const { visible, opacity, blendMode } = paint
  if (paint.type === 'SOLID') {
    const { r, g, b, a } = paint.color
    const bound = boundIn(paint)
    return { type: 'SOLID', visible, opacity: opacity * a, blendMode, color: { r, g, b }, ...bound }
  }
  if (paint.type === 'IMAGE') {
    const { imageRef, imageTransform, scalingFactor, rotation, filters } = paint
    const fit =
      paint.scaleMode === 'STRETCH'
        ? { scaleMode: 'CROP' as const, imageTransform: imageTransform ?? identity }
        : { scaleMode: paint.scaleMode, ...(rotation === undefined ? {} : { rotation }) }
    return {
      type: 'IMAGE',
      visible,
      opacity,
      blendMode,
      ...fit,
      ...(paint.scaleMode === 'TILE' ? { scalingFactor: scalingFactor ?? 1 } : {}),
      imageHash: typeof imageRef === 'string' ? hashOf(imageRef, `${path}.imageRef`) : null,
      ...(filters === undefined ? {} : { filters: definedOnly(filters) })
    }
  }
  const { type, gradientStops, gradientHandlePositions } = paint
  const gradientTransform =
    paint.gradientTransform ??
    (gradientHandlePositions === undefined
      ? identity
      : transformFromHandles(gradientHandlePositions, type === 'GRADIENT_LINEAR'))
  return { type, visible, opacity, blendMode, gradientTransform, gradientStops }
}

function boundIn<T>({ boundVariables }: { readonly boundVariables?: T }): { boundVariables?: T } {
  return boundVariables === undefined ? {} : { boundVariables }
}

/** The filters that are set; a filter that is missing is 0. */
function definedOnly(filters: { readonly [Name in keyof ImageFilters]?: number | undefined }): ImageFilters {
  return {
    exposure: filters.exposure ?? 0,
    contrast: filters.contrast ?? 0,
    saturation: filters.saturation ?? 0,
    temperature: filters.temperature ?? 0,
    tint: filters.tint ?? 0,
    highlights: filters.highlights ?? 0,
    shadows: filters.shadows ?? 0
  }
}

/** A scene's paints for those of the plugin API; every field is there, in one order. */
export function writePaints(paints: readonly Paint[]): ScenePaint[] {
  return paints.flatMap((paint) => writePaint(paint) ?? [])
}

function writePaint(paint: Paint): ScenePaint | null {
  const common = {
    visible: paint.visible ?? true,
    opacity: paint.opacity ?? 1,
    blendMode: paint.blendMode ?? 'NORMAL'
  }
  switch (paint.type) {
    case 'SOLID': {
      const { r, g, b } = paint.color
      return { type: 'SOLID', ...common, color: { r, g, b, a: 1 }, ...boundIn(paint) }
    }
    case 'IMAGE': {
      const { scaleMode, imageHash, imageTransform, scalingFactor, rotation, filters } = paint
      return {
        type: 'IMAGE',
        ...common,
        scaleMode: scaleMode === 'CROP' ? 'STRETCH' : scaleMode,
        imageRef: imageHash,
        ...(scaleMode === 'CROP' ? { imageTransform: imageTransform ?? identity } : {}),
        ...(scaleMode === 'TILE' ? { scalingFactor: scalingFactor ?? 1 } : {}),
        ...(scaleMode === 'CROP' || rotation === undefined ? {} : { rotation }),
        ...(filters === undefined ? {} : { filters: definedOnly(filters) })
      }
    }
    case 'GRADIENT_LINEAR':
    case 'GRADIENT_RADIAL':
    case 'GRADIENT_ANGULAR':
    case 'GRADIENT_DIAMOND': {
      const { type, gradientTransform } = paint
      return {
        type,
        ...common,
        gradientHandlePositions: handlesFromTransform(gradientTransform, type === 'GRADIENT_LINEAR'),
        gradientTransform,
        gradientStops: paint.gradientStops.map((stop) => ({
          position: stop.position,
          color: { r: stop.color.r, g: stop.color.g, b: stop.color.b, a: stop.color.a },
          ...boundIn(stop)
        }))
      }
    }
    default:
      return null
  }
}

/*
 * Where the three handles lie in the gradient's own unit square:
 *
 *   linear                 others
 *   ┌─────────┐            ┌─────────┐
 *   start     end          │  start  end
 *   │         │            │    ▾    │
 *   width─────┘            └──width──┘
 */
const linearHandles = [
  { x: 0, y: 0.5 },
  { x: 1, y: 0.5 },
  { x: 0, y: 1 }
] as const
const centredHandles = [
  { x: 0.5, y: 0.5 },
  { x: 1, y: 0.5 },
  { x: 0.5, y: 1 }
] as const

type Handles = [Vector, Vector, Vector]

/** Start, end and width of a gradient in the layer's unit square, from the map of that square to the gradient's. */
export function handlesFromTransform(gradientTransform: Transform, isLinear: boolean): Handles {
  const toLayer = invertOrNull(gradientTransform) ?? identity
  const [start, end, width] = isLinear ? linearHandles : centredHandles
  return [apply(toLayer, start), apply(toLayer, end), apply(toLayer, width)]
}

/** The map from the layer's unit square to the gradient's, from its handles; handles on one line give the identity. */
export function transformFromHandles([start, end, width]: Readonly<Handles>, isLinear: boolean): Transform {
  const along: Vector = { x: end.x - start.x, y: end.y - start.y }
  const across: Vector = { x: width.x - start.x, y: width.y - start.y }
  const toLayer: Transform = [
    [along.x, across.x, start.x],
    [along.y, across.y, start.y]
  ]
  const fromUnit: Transform = isLinear
    ? [
        [1, 0, 0],
        [0, 2, -1]
      ]
    : [
        [2, 0, -1],
        [0, 2, -1]
      ]
  const inverse = invertOrNull(multiply(toLayer, fromUnit))
  return inverse ?? identity
}
