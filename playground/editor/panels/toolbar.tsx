import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import { menuCommands } from '../../host/manifest'
import { fetchScene, readSceneFolder, type SceneWithImages } from '../scene-files'
import type { Workspace } from '../workspace'
import { ActionIcon } from './layer-icon'

function sceneTitle(name: string): string {
  const words = name.replaceAll(/[-_]/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

async function open(workspace: Workspace, reading: Promise<SceneWithImages>): Promise<void> {
  try {
    const { scene, images, name } = await reading
    await workspace.openScene(scene, images, name)
  } catch (error) {
    workspace.plugin.console.push({
      level: 'error',
      text: error instanceof Error ? error.message : String(error)
    })
    workspace.changed()
  }
}

function SceneChooser({ workspace }: { readonly workspace: Workspace }) {
  const files = useRef<HTMLInputElement>(null)
  const { scenes } = workspace.settings
  const isListed = scenes.includes(workspace.sceneName)
  return (
    <div class="tools">
      <select
        aria-label="Scene"
        value={isListed ? workspace.sceneName : ''}
        onChange={(event) => void open(workspace, fetchScene(event.currentTarget.value, workspace.settings))}
      >
        {!isListed && (
          <option value="">{workspace.sceneName === '' ? 'No scene' : workspace.sceneName}</option>
        )}
        {scenes.map((name) => (
          <option key={name} value={name}>
            {sceneTitle(name)}
          </option>
        ))}
      </select>
      <button title="Open a scene: a JSON file and its images" onClick={() => files.current?.click()}>
        <ActionIcon sign="folder" /> Open scene…
      </button>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        accept=".json,image/png,image/jpeg,image/gif"
        aria-label="Scene files"
        onChange={(event) => {
          const chosen = [...(event.currentTarget.files ?? [])]
          event.currentTarget.value = ''
          if (chosen.length > 0) void open(workspace, readSceneFolder(chosen))
        }}
      />
    </div>
  )
}

function PluginCommands({ workspace }: { readonly workspace: Workspace }) {
  return (
    <div class="tools">
      {menuCommands(workspace.settings.manifest).map(({ name, command }) => (
        <button key={command} class="primary" onClick={() => void workspace.startPlugin(command)}>
          <ActionIcon sign="play" /> {name}
        </button>
      ))}
    </div>
  )
}

/** The bar at the top. */
export function Toolbar({ workspace }: { readonly workspace: Workspace }): JSX.Element {
  const { camera, theme } = workspace
  return (
    <header class="toolbar">
      <div class="tools">
        <strong class="product">Playground</strong>
        <SceneChooser workspace={workspace} />
      </div>
      <PluginCommands workspace={workspace} />
      <div class="tools">
        <button aria-label="Undo" title="Undo (Ctrl+Z)" onClick={() => workspace.undo()}>
          <ActionIcon sign="undo" />
        </button>
        <button aria-label="Redo" title="Redo (Ctrl+Shift+Z)" onClick={() => workspace.redo()}>
          <ActionIcon sign="redo" />
        </button>
        <span class="divider" />
        <button
          aria-label="Zoom out"
          onClick={() => {
            camera.setZoom(camera.zoom / 1.25)
          }}
        >
          −
        </button>
        <button
          class="zoom"
          title="Fit everything (Shift+1)"
          onClick={() => {
            workspace.showAll()
          }}
        >
          {Math.round(camera.zoom * 100)}%
        </button>
        <button
          aria-label="Zoom in"
          onClick={() => {
            camera.setZoom(camera.zoom * 1.25)
          }}
        >
          +
        </button>
        <span class="divider" />
        <button
          aria-label={theme === 'dark' ? 'Use the light theme' : 'Use the dark theme'}
          onClick={() => {
            workspace.setTheme(theme === 'dark' ? 'light' : 'dark')
          }}
        >
          <ActionIcon sign={theme === 'dark' ? 'sun' : 'moon'} />
        </button>
      </div>
    </header>
  )
}
