/** A point in CSS px from the canvas's top left corner. */
export interface ScreenPoint {
  readonly x: number
  readonly y: number
}

const smallestZoom = 0.02
const largestZoom = 64

/** Which part of the page the canvas shows. `x`, `y` are the page's px at the canvas's top left corner. */
export class Camera {
  x = 0
  y = 0
  zoom = 1
  /** The canvas's size, CSS px. */
  width = 1
  height = 1
  onChange: () => void = () => undefined

  toPage(point: ScreenPoint): { x: number; y: number } {
    return { x: this.x + point.x / this.zoom, y: this.y + point.y / this.zoom }
  }

  toScreen(point: { readonly x: number; readonly y: number }): ScreenPoint {
    return { x: (point.x - this.x) * this.zoom, y: (point.y - this.y) * this.zoom }
  }

  /** The page's px → the canvas's device pixels. */
  transform(pixelRatio: number): Transform {
    const scale = this.zoom * pixelRatio
    return [
      [scale, 0, -this.x * scale],
      [0, scale, -this.y * scale]
    ]
  }

  pan(dx: number, dy: number): void {
    this.x -= dx / this.zoom
    this.y -= dy / this.zoom
    this.onChange()
  }

  /** Zooms by a factor; what is at `point` stays there. */
  zoomAt(point: ScreenPoint, factor: number): void {
    const fixed = this.toPage(point)
    this.zoom = Math.min(largestZoom, Math.max(smallestZoom, this.zoom * factor))
    this.x = fixed.x - point.x / this.zoom
    this.y = fixed.y - point.y / this.zoom
    this.onChange()
  }

  setZoom(zoom: number): void {
    this.zoomAt({ x: this.width / 2, y: this.height / 2 }, zoom / this.zoom)
  }

  centerOn(point: Vector): void {
    this.x = point.x - this.width / 2 / this.zoom
    this.y = point.y - this.height / 2 / this.zoom
    this.onChange()
  }

  /** Shows a whole box with a margin around it, at 100 % at most. */
  fit(box: Rect, margin = 64): void {
    const [width, height] = [Math.max(1, this.width - 2 * margin), Math.max(1, this.height - 2 * margin)]
    const zoom = Math.min(width / Math.max(1, box.width), height / Math.max(1, box.height), 1)
    this.zoom = Math.max(smallestZoom, zoom)
    this.centerOn({ x: box.x + box.width / 2, y: box.y + box.height / 2 })
  }

  get center(): Vector {
    return this.toPage({ x: this.width / 2, y: this.height / 2 })
  }

  get bounds(): Rect {
    return { x: this.x, y: this.y, width: this.width / this.zoom, height: this.height / this.zoom }
  }
}
