import { nodeAt } from '../../canvas/hit-test'
import {
  absoluteTransform,
  containerOf,
  invert,
  multiply,
  setRelativeTransform,
  translation
} from '../../document/geometry'
import type { DocumentNode } from '../../document/node'
import { resizeByHand } from '../../host/api/methods/resizing'
import type { Workspace } from '../workspace'
import type { ScreenPoint } from './camera'
import { cursorOf, type Handle, handleAt } from './selection-marks'

/** What follows the pointer between press and release. */
interface Drag {
  readonly move: (point: ScreenPoint, event: PointerEvent) => void
  readonly end: () => void
}

function isInside(node: DocumentNode, ancestor: DocumentNode): boolean {
  let each: DocumentNode | null = node
  while (each !== null && each !== ancestor) each = each.parent
  return each === ancestor
}

/** A direction of the page in a node's container's space, or in its own. */
function turn(space: DocumentNode | null, dx: number, dy: number): { x: number; y: number } {
  if (space === null) return { x: dx, y: dy }
  const [[a, c], [b, d]] = invert(absoluteTransform(space))
  return { x: a * dx + c * dy, y: b * dx + d * dy }
}

/** Selecting, moving, resizing and panning with the pointer. */
export class PointerTool {
  /** The node under the pointer, outlined while nothing is dragged. */
  hovered: DocumentNode | null = null
  spaceIsDown = false
  #drag: Drag | null = null
  readonly #workspace: Workspace

  constructor(workspace: Workspace) {
    this.#workspace = workspace
  }

  get cursor(): string {
    if (this.spaceIsDown) return this.#drag === null ? 'grab' : 'grabbing'
    return this.#cursor
  }
  #cursor = 'default'

  down(point: ScreenPoint, event: PointerEvent): void {
    this.hovered = null
    if (this.spaceIsDown || event.button === 1) this.#drag = this.#pan(point)
    else if (event.button === 0) this.#drag = this.#resize(point) ?? this.#press(point, event)
  }

  move(point: ScreenPoint, event: PointerEvent): void {
    if (this.#drag !== null) {
      this.#drag.move(point, event)
      return
    }
    const { camera, selected } = this.#workspace
    const [node] = selected
    const handle = node === undefined || selected.length !== 1 ? null : handleAt(node, point, camera)
    this.#cursor = handle === null || node === undefined ? 'default' : cursorOf(handle, node)
    const hovered = handle === null ? this.#hit(point, event) : null
    if (hovered === this.hovered) return
    this.hovered = hovered
    this.#workspace.changed()
  }

  up(): void {
    this.#drag?.end()
    this.#drag = null
  }

  leave(): void {
    if (this.#drag !== null || this.hovered === null) return
    this.hovered = null
    this.#workspace.changed()
  }

  /** Selects one level deeper than what is selected, as a double click does. */
  deepen(point: ScreenPoint): void {
    const deepest = this.#hit(point, { ctrlKey: true, metaKey: false })
    if (deepest === null) return
    const [selected] = this.#workspace.selected
    let node = deepest
    while (node.parent !== null && node.parent !== selected && node.parent.type !== 'PAGE') node = node.parent
    this.#workspace.select([selected !== undefined && isInside(deepest, selected) ? node.id : deepest.id])
  }

  #hit(
    point: ScreenPoint,
    event: { readonly ctrlKey: boolean; readonly metaKey: boolean }
  ): DocumentNode | null {
    const { x, y } = this.#workspace.camera.toPage(point)
    const depth = event.ctrlKey || event.metaKey ? 'innermost' : 'outermost'
    return nodeAt(this.#workspace.open.document, x, y, depth)
  }

  #pan(start: ScreenPoint): Drag {
    let last = start
    return {
      move: (point) => {
        this.#workspace.camera.pan(point.x - last.x, point.y - last.y)
        last = point
      },
      end: () => undefined
    }
  }

  #press(point: ScreenPoint, event: PointerEvent): Drag | null {
    const workspace = this.#workspace
    const deepest = this.#hit(point, { ctrlKey: true, metaKey: false })
    const onSelection = workspace.selected.some((each) => deepest !== null && isInside(deepest, each))
    const deep = event.ctrlKey || event.metaKey
    if (!onSelection || deep || event.shiftKey) {
      const hit = this.#hit(point, event)
      const ids = workspace.selected.map((each) => each.id)
      if (!event.shiftKey) workspace.select(hit === null ? [] : [hit.id])
      else if (hit !== null) {
        workspace.select(ids.includes(hit.id) ? ids.filter((id) => id !== hit.id) : [...ids, hit.id])
      }
      if (hit === null || event.shiftKey) return null
    }
    return this.#moveSelected(point)
  }

  #moveSelected(start: ScreenPoint): Drag {
    const { open, camera, selected } = this.#workspace
    const places = selected.map((node) => ({ node, from: node.relativeTransform }))
    let moved = false
    return {
      move: (point) => {
        const [dx, dy] = [(point.x - start.x) / camera.zoom, (point.y - start.y) / camera.zoom]
        if (!moved && Math.hypot(point.x - start.x, point.y - start.y) < 3) return
        if (!moved) open.history.commit()
        moved = true
        for (const { node, from } of places) {
          const by = turn(containerOf(node), Math.round(dx), Math.round(dy))
          setRelativeTransform(node, multiply(translation(by.x, by.y), from))
        }
        open.document.changed()
      },
      end: () => {
        if (moved) open.history.commit()
      }
    }
  }

  #resize(start: ScreenPoint): Drag | null {
    const { open, camera, selected } = this.#workspace
    const [node] = selected
    if (node === undefined || selected.length !== 1 || node.locked) return null
    const handle = handleAt(node, start, camera)
    if (handle === null) return null
    const { width, height, relativeTransform } = node
    const commit = (): void => {
      open.history.commit()
    }
    commit()
    return {
      move: (point, event) => {
        const by = turn(node, (point.x - start.x) / camera.zoom, (point.y - start.y) / camera.zoom)
        const size = resized({ width, height }, handle, by, event.shiftKey)
        const shift = translation(
          handle.x === -1 ? width - size.width : 0,
          handle.y === -1 ? height - size.height : 0
        )
        resizeByHand(node, size.width, size.height)
        setRelativeTransform(node, multiply(relativeTransform, shift))
        open.document.changed()
      },
      end: commit
    }
  }
}

/** The size after a handle was dragged; with `keepRatio` both sides keep their ratio. */
function resized(
  size: { readonly width: number; readonly height: number },
  handle: Handle,
  by: { readonly x: number; readonly y: number },
  keepRatio: boolean
): { readonly width: number; readonly height: number } {
  const width = Math.max(1, Math.round(size.width + handle.x * by.x))
  const height = Math.max(1, Math.round(size.height + handle.y * by.y))
  if (!keepRatio) return { width, height }
  const scale = handle.x === 0 ? height / size.height : width / size.width
  return { width: size.width * scale, height: size.height * scale }
}
