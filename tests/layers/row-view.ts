import type { Place } from '../../playground/testing/editor'
import {
  canvasCorners,
  type GallerySession,
  noInsets,
  rectangleAround,
  type Row
} from '../../playground/testing/gallery'
import type { Insets } from '../../src/core/geometry/insets'
import { drawLayer, type Pixels } from './row-state'

/** Which pixels of a drawing are looked at: those kept, those new, and those that are none of the row's business. */
export type Zone = 'kept' | 'new' | 'elsewhere' | 'edge'

/** The area of the page that a row is looked at in, and what each of its pixels has to be. */
export interface RowView {
  readonly area: Rect
  readonly scale: number
  readonly zones: readonly Zone[]
}

/** Room around the canvas, document units. */
const margin = 40
/** Longer canvases are drawn smaller. */
const longest = 1600
const smallScale = 1 / 8

/**
 * Computes the view of a row before anything is done. Its pixels lie on those of the layer's own drawing, which tells
 * what of the layer is fully painted: that is what has to be kept.
 */
export async function rowView(
  session: GallerySession,
  nodeId: string,
  place: Place,
  row: Row
): Promise<RowView> {
  const canvas = rectangleAround(canvasCorners(place, row.insets))
  const box = rectangleAround(canvasCorners(place))
  const scale = Math.max(canvas.width, canvas.height) > longest ? smallScale : 1
  const step = 1 / scale
  const toGrid = (length: number): number => Math.ceil((length + margin) / step) * step
  const area = {
    x: box.x - toGrid(box.x - canvas.x),
    y: box.y - toGrid(box.y - canvas.y),
    width: toGrid(canvas.width + margin),
    height: toGrid(canvas.height + margin)
  }
  const alone = await drawLayer(session, nodeId, scale)
  const isSolid = solidPixels(alone, { x: (box.x - area.x) * scale, y: (box.y - area.y) * scale })
  const zones: Zone[] = []
  const [rows, columns] = [Math.round(area.height * scale), Math.round(area.width * scale)]
  const own = toOwnSpace(place)
  for (let down = 0; down < rows; down += 1) {
    for (let across = 0; across < columns; across += 1) {
      const at = own({ x: area.x + (across + 0.5) * step, y: area.y + (down + 0.5) * step })
      zones.push(zoneOf(isSolid(across, down), at, place, row, step))
    }
  }
  return { area, scale, zones }
}

function zoneOf(isSolid: boolean, at: Vector, place: Place, row: Row, step: number): Zone {
  const { insets, rim = 0, reach = 0 } = row
  // Along the edges of what is not upright, a pixel is a mixture of both sides.
  const edge = isUpright(place) ? 0 : step
  if (isSolid && isWithin(at, place, noInsets, -rim - edge)) {
    return 'kept'
  }
  if (!isWithin(at, place, insets, reach + step)) {
    return 'elsewhere'
  }
  return isWithin(at, place, insets, -step) && !isWithin(at, place, noInsets, step) ? 'new' : 'edge'
}

function isUpright({ transform: [[, c], [b]] }: Place): boolean {
  return b === 0 && c === 0
}

/** Whether a point of the layer's own space is in its box, grown by the insets and by `more` all around. */
function isWithin({ x, y }: Vector, { width, height }: Place, insets: Insets, more: number): boolean {
  return (
    x >= -insets.left - more &&
    y >= -insets.top - more &&
    x <= width + insets.right + more &&
    y <= height + insets.bottom + more
  )
}

/** Tells of a pixel whether the layer is there as solid as anywhere: less only at its edges, and where it has holes. */
function solidPixels(
  { width, height, rgba }: Pixels,
  origin: Vector
): (across: number, down: number) => boolean {
  let most = 0
  for (let index = 3; index < rgba.length; index += 4) {
    most = Math.max(most, rgba[index] ?? 0)
  }
  const [left, top] = [Math.round(origin.x), Math.round(origin.y)]
  return (across, down) => {
    const [x, y] = [across - left, down - top]
    return x >= 0 && y >= 0 && x < width && y < height && rgba[(y * width + x) * 4 + 3] === most
  }
}

function toOwnSpace({ transform }: Place): (point: Vector) => Vector {
  const [[a, c, x], [b, d, y]] = transform
  const determinant = a * d - b * c
  return (point) => ({
    x: (d * (point.x - x) - c * (point.y - y)) / determinant,
    y: (a * (point.y - y) - b * (point.x - x)) / determinant
  })
}
