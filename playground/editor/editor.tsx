import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { ConsoleStrip } from './panels/console-strip'
import { LayersPanel } from './panels/layers-panel'
import { PropertiesPanel } from './panels/properties-panel'
import { ToastStack } from './panels/toasts'
import { Toolbar } from './panels/toolbar'
import { Stage } from './stage/stage'
import { useWorkspace } from './use-workspace'
import type { Workspace } from './workspace'

export interface EditorProps {
  readonly workspace: Workspace
  /** Holds the plugin's windows; made outside, because a frame must not be touched by drawing again. */
  readonly windowParent: HTMLElement
}

/** The whole page. */
export function Editor({ workspace, windowParent }: EditorProps): JSX.Element {
  useWorkspace(workspace)
  const stage = useRef<HTMLElement>(null)
  useEffect(() => stage.current?.append(windowParent), [windowParent])
  useEffect(() => {
    document.documentElement.dataset['theme'] = workspace.theme
  }, [workspace.theme])
  return (
    <div class="editor">
      <Toolbar workspace={workspace} />
      <LayersPanel workspace={workspace} />
      <main ref={stage} class="stage">
        <Stage workspace={workspace} />
        <ToastStack workspace={workspace} />
        <ConsoleStrip workspace={workspace} />
      </main>
      <PropertiesPanel workspace={workspace} />
    </div>
  )
}
