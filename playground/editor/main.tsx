import './editor.css'
import { render } from 'preact'
import { loadInter } from '../canvas/fonts'
import { bytesToBase64 } from '../host/base64'
import type { Automation } from './automation'
import { createAutomation } from './create-automation'
import { Editor } from './editor'
import type { PageSettings } from './page-settings'
import { fetchScene } from './scene-files'
import { connectKeyboard } from './stage/keyboard'
import { Workspace } from './workspace'

/** The weights that Figma has loaded in a plugin's window, and the two that lie between. */
async function fontFacesOf(settings: PageSettings): Promise<string> {
  const faces = settings.fonts.map(async ({ weight, url }) => {
    const response = await fetch(url)
    const data = bytesToBase64(new Uint8Array(await response.arrayBuffer()))
    return `@font-face{font-family:Inter;font-weight:${weight};src:url(data:font/woff2;base64,${data})}`
  })
  return (await Promise.all(faces)).join('')
}

function selectByNameOrId(workspace: Workspace, automation: Automation, wanted: string): void {
  const ids = workspace.open.document.get(wanted) === null ? automation.findByName(wanted) : [wanted]
  workspace.select(ids.slice(0, 1))
}

/** Opens what the address asks for: `?scene=banner&select=<name or id>&theme=dark&run=<command>`. */
async function openAddress(
  workspace: Workspace,
  automation: Automation,
  query: URLSearchParams
): Promise<void> {
  const wanted = query.get('scene') ?? workspace.settings.scenes[0]
  if (wanted !== undefined && wanted !== 'none') {
    const { scene, images, name } = await fetchScene(wanted, workspace.settings)
    await workspace.openScene(scene, images, name)
  }
  const selected = query.get('select')
  if (selected !== null) selectByNameOrId(workspace, automation, selected)
  // The first drawing is done in the frame after the last change.
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  const command = query.get('run')
  if (command !== null) await workspace.runPlugin(command)
}

async function start(): Promise<void> {
  const query = new URLSearchParams(location.search)
  const response = await fetch('/settings.json')
  if (!response.ok) throw new Error(await response.text())
  // Written by the playground's own server.
  const settings = (await response.json()) as PageSettings
  const [fontFaces] = await Promise.all([fontFacesOf(settings), loadInter(settings.fonts)])
  const windowParent = document.createElement('div')
  windowParent.className = 'plugin-windows'
  const theme = query.get('theme') === 'dark' ? 'dark' : 'light'
  const workspace = await Workspace.create({ settings, fontFaces, theme, windowParent })
  const parent = document.getElementById('editor')
  if (parent === null) throw new Error('the page has no #editor')
  render(<Editor workspace={workspace} windowParent={windowParent} />, parent)
  connectKeyboard(workspace)
  let opened = (): void => undefined
  let failed: (error: unknown) => void = () => undefined
  const ready = new Promise<void>((resolve, reject) => {
    opened = resolve
    failed = reject
  })
  const automation = createAutomation(workspace, ready)
  Object.assign(window, { playground: automation })
  openAddress(workspace, automation, query).then(opened, failed)
  await ready
}

start().catch((error: unknown) => {
  const text = error instanceof Error ? error.message : String(error)
  document.body.append(
    Object.assign(document.createElement('pre'), { className: 'start-error', textContent: text })
  )
})
