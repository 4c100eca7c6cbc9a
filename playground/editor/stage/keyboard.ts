import { setRelativeTransform } from '../../document/geometry'
import type { Workspace } from '../workspace'

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1]
}

function nudge(workspace: Workspace, dx: number, dy: number): void {
  workspace.edit(() => {
    for (const node of workspace.selected) {
      const [[a, c, x], [b, d, y]] = node.relativeTransform
      setRelativeTransform(node, [
        [a, c, x + dx],
        [b, d, y + dy]
      ])
    }
  })
}

function act(workspace: Workspace, event: KeyboardEvent): boolean {
  const withControl = event.ctrlKey || event.metaKey
  const key = event.key.toLowerCase()
  const redoes = (key === 'z' && event.shiftKey) || key === 'y'
  if (withControl && (key === 'z' || key === 'y')) {
    if (redoes) workspace.redo()
    else workspace.undo()
    return true
  }
  if (withControl && key === '0') {
    workspace.camera.setZoom(1)
    return true
  }
  if (event.shiftKey && event.code === 'Digit1') {
    workspace.showAll()
    return true
  }
  if (event.shiftKey && event.code === 'Digit2') {
    workspace.showSelection()
    return true
  }
  const step = steps[event.key]
  if (step !== undefined && workspace.selected.length > 0) {
    const size = event.shiftKey ? 10 : 1
    nudge(workspace, step[0] * size, step[1] * size)
    return true
  }
  if (event.key === 'Delete' || event.key === 'Backspace') {
    workspace.edit(() => {
      for (const node of workspace.selected) if (!node.removed) workspace.open.document.remove(node)
    })
    return true
  }
  if (event.key === 'Escape') {
    workspace.select([])
    return true
  }
  return false
}

/** Connects the editor's keys: undo and redo, zoom, nudging, deleting, deselecting. */
export function connectKeyboard(workspace: Workspace): void {
  addEventListener('keydown', (event) => {
    const { target } = event
    const isTyping =
      target instanceof HTMLInputElement ||
      target instanceof HTMLSelectElement ||
      target instanceof HTMLTextAreaElement
    if (!isTyping && act(workspace, event)) event.preventDefault()
  })
}
