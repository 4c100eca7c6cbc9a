import { absoluteTransform, apply } from '../../document/geometry'
import type { DocumentNode } from '../../document/node'
import type { Camera, ScreenPoint } from './camera'

/** Which side or corner of a node's box a handle moves: −1 the near side, 1 the far side, 0 neither. */
export interface Handle {
  readonly x: -1 | 0 | 1
  readonly y: -1 | 0 | 1
}

const corners: readonly Handle[] = [
  { x: -1, y: -1 },
  { x: 1, y: -1 },
  { x: 1, y: 1 },
  { x: -1, y: 1 }
]
const sides: readonly Handle[] = [
  { x: 0, y: -1 },
  { x: 1, y: 0 },
  { x: 0, y: 1 },
  { x: -1, y: 0 }
]

const blue = '#0d99ff'
const purple = '#9747ff'
const handleSize = 8
const reach = 6

function isComponent(node: DocumentNode): boolean {
  return node.type === 'COMPONENT' || node.type === 'INSTANCE' || node.type === 'COMPONENT_SET'
}

function pointOf(node: DocumentNode, handle: Handle, camera: Camera): ScreenPoint {
  const local = { x: ((handle.x + 1) / 2) * node.width, y: ((handle.y + 1) / 2) * node.height }
  return camera.toScreen(apply(absoluteTransform(node), local))
}

function distanceToSegment(point: ScreenPoint, from: ScreenPoint, to: ScreenPoint): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : ((point.x - from.x) * dx + (point.y - from.y) * dy) / length
  const t = Math.min(1, Math.max(0, along))
  return Math.hypot(point.x - from.x - t * dx, point.y - from.y - t * dy)
}

/** The handle under a point of the canvas: corners first, then the whole length of each side. */
export function handleAt(node: DocumentNode, point: ScreenPoint, camera: Camera): Handle | null {
  const corner = corners.find((handle) => {
    const at = pointOf(node, handle, camera)
    return Math.abs(at.x - point.x) <= reach && Math.abs(at.y - point.y) <= reach
  })
  if (corner !== undefined) return corner
  const ends = corners.map((handle) => pointOf(node, handle, camera))
  const found = sides.find((_, index) => {
    const [from, to] = [ends[index], ends[(index + 1) % 4]]
    return from !== undefined && to !== undefined && distanceToSegment(point, from, to) <= reach - 2
  })
  return found ?? null
}

/** The CSS cursor of a handle, turned with its node. */
export function cursorOf(handle: Handle, node: DocumentNode): string {
  const [[a], [b]] = absoluteTransform(node)
  const angle = Math.atan2(handle.y, handle.x) + Math.atan2(b, a)
  const eighth = ((Math.round(angle / (Math.PI / 4)) % 4) + 4) % 4
  return ['ew-resize', 'nwse-resize', 'ns-resize', 'nesw-resize'][eighth] ?? 'default'
}

function outline(context: CanvasRenderingContext2D, node: DocumentNode, camera: Camera): void {
  context.beginPath()
  for (const handle of corners) {
    const { x, y } = pointOf(node, handle, camera)
    context.lineTo(x, y)
  }
  context.closePath()
}

/** Draws the outline of a node under the pointer. */
export function drawHover(context: CanvasRenderingContext2D, node: DocumentNode, camera: Camera): void {
  outline(context, node, camera)
  context.strokeStyle = isComponent(node) ? purple : blue
  context.lineWidth = 2
  context.stroke()
}

/** Draws outlines around what is selected; a single node has handles and a badge with its size. */
export function drawSelection(
  context: CanvasRenderingContext2D,
  nodes: readonly DocumentNode[],
  camera: Camera
): void {
  for (const node of nodes) {
    outline(context, node, camera)
    context.strokeStyle = isComponent(node) ? purple : blue
    context.lineWidth = 1.5
    context.stroke()
  }
  const [node] = nodes
  if (node === undefined || nodes.length !== 1) return
  const color = isComponent(node) ? purple : blue
  for (const handle of corners) {
    const { x, y } = pointOf(node, handle, camera)
    context.beginPath()
    context.roundRect(x - handleSize / 2, y - handleSize / 2, handleSize, handleSize, 1)
    context.fillStyle = '#fff'
    context.fill()
    context.strokeStyle = color
    context.lineWidth = 1.25
    context.stroke()
  }
  drawBadge(context, node, camera, color)
}

function drawBadge(
  context: CanvasRenderingContext2D,
  node: DocumentNode,
  camera: Camera,
  color: string
): void {
  const points = corners.map((handle) => pointOf(node, handle, camera))
  const x = points.reduce((sum, point) => sum + point.x, 0) / 4
  const y = Math.max(...points.map((point) => point.y)) + 8
  const round = (value: number): string => String(Math.round(value * 100) / 100)
  const text = `${round(node.width)} × ${round(node.height)}`
  context.font = '500 11px Inter, sans-serif'
  const width = context.measureText(text).width + 10
  context.beginPath()
  context.roundRect(x - width / 2, y, width, 18, 3)
  context.fillStyle = color
  context.fill()
  context.fillStyle = '#fff'
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.fillText(text, x, y + 9.5)
}

/** Draws the names of the page's frames and sections above them. */
export function drawFrameNames(
  context: CanvasRenderingContext2D,
  page: DocumentNode,
  selected: readonly DocumentNode[],
  camera: Camera
): void {
  context.font = '500 11px Inter, sans-serif'
  context.textAlign = 'left'
  context.textBaseline = 'alphabetic'
  for (const node of page.children) {
    const isNamed = ['FRAME', 'COMPONENT', 'COMPONENT_SET', 'INSTANCE', 'SECTION'].includes(node.type)
    if (!isNamed || !node.visible) continue
    const { x, y } = pointOf(node, { x: -1, y: -1 }, camera)
    const width = pointOf(node, { x: 1, y: -1 }, camera).x - x
    if (width < 20) continue
    context.fillStyle = isComponent(node) ? purple : selected.includes(node) ? blue : '#8a8a8a'
    context.save()
    context.beginPath()
    context.rect(x, y - 22, Math.max(width, 20), 22)
    context.clip()
    context.fillText(node.name, x, y - 7)
    context.restore()
  }
}
