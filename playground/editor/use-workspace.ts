import { useEffect, useReducer } from 'preact/hooks'
import type { Workspace } from './workspace'

/** Draws the component again after every change of the workspace. */
export function useWorkspace(workspace: Workspace): void {
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  useEffect(
    () =>
      workspace.subscribe(() => {
        redraw(null)
      }),
    [workspace]
  )
}
