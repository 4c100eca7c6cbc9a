import type { JSX } from 'preact'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import type { Workspace } from '../workspace'
import type { ScreenPoint } from './camera'
import { drawPage } from './page-drawing'
import { PointerTool } from './pointer-tool'
import { drawFrameNames, drawHover, drawSelection } from './selection-marks'

function pointOf(event: MouseEvent, canvas: HTMLElement): ScreenPoint {
  const box = canvas.getBoundingClientRect()
  return { x: event.clientX - box.left, y: event.clientY - box.top }
}

function draw(canvas: HTMLCanvasElement, workspace: Workspace, tool: PointerTool): void {
  const context = canvas.getContext('2d')
  if (context === null) return
  const { camera, open, page, selected } = workspace
  context.setTransform(1, 0, 0, 1, 0, 0)
  drawPage(context, open, camera.transform(devicePixelRatio))
  context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0)
  drawFrameNames(context, page, selected, camera)
  const { hovered } = tool
  if (hovered !== null && !hovered.removed && !selected.includes(hovered)) drawHover(context, hovered, camera)
  drawSelection(context, selected, camera)
  canvas.style.cursor = tool.cursor
}

/** Draws at most once a frame, after whatever changed. */
function connect(canvas: HTMLCanvasElement, workspace: Workspace, tool: PointerTool): () => void {
  let frame = 0
  const redraw = (): void => {
    frame ||= requestAnimationFrame(() => {
      frame = 0
      draw(canvas, workspace, tool)
    })
  }
  const observer = new ResizeObserver(() => {
    const { camera } = workspace
    const isFirst = camera.width === 1
    camera.width = canvas.clientWidth
    camera.height = canvas.clientHeight
    canvas.width = Math.round(canvas.clientWidth * devicePixelRatio)
    canvas.height = Math.round(canvas.clientHeight * devicePixelRatio)
    if (isFirst) workspace.showAll()
    // Setting the size has cleared the canvas: draw in the same frame, so that nothing flashes.
    draw(canvas, workspace, tool)
  })
  observer.observe(canvas)
  const wheel = (event: WheelEvent): void => {
    event.preventDefault()
    const { camera } = workspace
    if (event.ctrlKey || event.metaKey) camera.zoomAt(pointOf(event, canvas), Math.exp(-event.deltaY / 200))
    else if (event.shiftKey && event.deltaX === 0) camera.pan(-event.deltaY, 0)
    else camera.pan(-event.deltaX, -event.deltaY)
  }
  // Listened to by hand because the wheel's default has to be prevented.
  canvas.addEventListener('wheel', wheel, { passive: false })
  const key = (event: KeyboardEvent): void => {
    if (event.code !== 'Space' || event.target instanceof HTMLInputElement) return
    if (event.target === document.body || event.target === canvas) event.preventDefault()
    tool.spaceIsDown = event.type === 'keydown'
    redraw()
  }
  addEventListener('keydown', key)
  addEventListener('keyup', key)
  const stop = workspace.subscribe(redraw)
  return () => {
    stop()
    observer.disconnect()
    canvas.removeEventListener('wheel', wheel)
    removeEventListener('keydown', key)
    removeEventListener('keyup', key)
  }
}

/** The canvas: shows the page, and takes the pointer's work on it. */
export function Stage({ workspace }: { readonly workspace: Workspace }): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null)
  const tool = useMemo(() => new PointerTool(workspace), [workspace])
  useEffect(
    () => (canvas.current === null ? undefined : connect(canvas.current, workspace, tool)),
    [workspace, tool]
  )
  return (
    <canvas
      ref={canvas}
      class="stage-canvas"
      tabIndex={0}
      aria-label="Canvas"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        event.currentTarget.focus({ preventScroll: true })
        tool.down(pointOf(event, event.currentTarget), event)
        workspace.changed()
      }}
      onPointerMove={(event) => {
        tool.move(pointOf(event, event.currentTarget), event)
        event.currentTarget.style.cursor = tool.cursor
      }}
      onPointerUp={() => {
        tool.up()
      }}
      onPointerCancel={() => {
        tool.up()
      }}
      onPointerLeave={() => {
        tool.leave()
      }}
      onDblClick={(event) => {
        tool.deepen(pointOf(event, event.currentTarget))
      }}
    />
  )
}
