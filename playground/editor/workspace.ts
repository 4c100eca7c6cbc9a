import { PlaygroundDocument } from '../document/document'
import { absoluteRenderBounds, unionBox } from '../document/geometry'
import type { DocumentNode } from '../document/node'
import { loadScene, type SceneFile } from '../document/scene/rest'
import { ClientStorage } from '../host/client-storage'
import { defaultSwitches, type Switches } from '../host/switches'
import type { Theme } from '../host/window/window-page'
import { OpenDocument } from './open-document'
import type { PageSettings } from './page-settings'
import { ToastList } from './panels/toast-list'
import { PluginRunner } from './plugin-runner'
import { Camera } from './stage/camera'

export interface WorkspaceOptions {
  readonly settings: PageSettings
  readonly fontFaces: string
  readonly theme: Theme
  /** Where plugin windows are put. */
  readonly windowParent: HTMLElement
}

/** Everything that is open in the editor. Views subscribe and are told of every change. */
export class Workspace {
  readonly settings: PageSettings
  readonly camera = new Camera()
  readonly storage: ClientStorage
  readonly toasts: ToastList
  readonly plugin: PluginRunner
  sceneName = ''
  theme: Theme
  switches: Switches = defaultSwitches
  open: OpenDocument
  readonly #options: WorkspaceOptions
  readonly #listeners = new Set<() => void>()

  private constructor(options: WorkspaceOptions, open: OpenDocument, storage: ClientStorage) {
    this.#options = options
    this.storage = storage
    this.settings = options.settings
    this.theme = options.theme
    this.open = open
    const changed = (): void => {
      this.changed()
    }
    this.toasts = new ToastList(changed)
    this.camera.onChange = changed
    const { camera } = this
    this.plugin = new PluginRunner({
      manifest: options.settings.manifest,
      colors: options.settings.colors,
      fontFaces: options.fontFaces,
      quickJsWasm: options.settings.quickJsWasm,
      windowParent: options.windowParent,
      storage: this.storage,
      toasts: this.toasts,
      viewport: {
        get center() {
          return camera.center
        },
        set center(point) {
          camera.centerOn(point)
        },
        get zoom() {
          return camera.zoom
        },
        set zoom(zoom) {
          camera.setZoom(zoom)
        },
        get bounds() {
          return camera.bounds
        },
        scrollIntoView: (box) => {
          camera.fit(box)
        }
      },
      switches: () => this.switches,
      onChange: changed
    })
  }

  /** A workspace with an empty document. */
  static async create(options: WorkspaceOptions): Promise<Workspace> {
    const open = await OpenDocument.open(new PlaygroundDocument(), () => undefined)
    return new Workspace(options, open, new ClientStorage())
  }

  /**
   * Opens the same document in a second editor of the same user: it shares the storage, and has a selection and a plugin
   * of its own. Nothing is seen of it but the plugin's windows, which are on the left.
   */
  async openBeside(): Promise<Workspace> {
    const { windowParent } = this.#options
    const besides = document.createElement('div')
    besides.className = 'plugin-windows beside'
    windowParent.after(besides)
    let second: Workspace | null = null
    const open = await OpenDocument.openBeside(this.open, () => second?.changed())
    second = new Workspace({ ...this.#options, windowParent: besides }, open, this.storage)
    second.switches = this.switches
    // Its plugin asks how much room there is for a window.
    Object.assign(second.camera, { width: this.camera.width, height: this.camera.height })
    second.showAll()
    return second
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  changed(): void {
    for (const listener of [...this.#listeners]) listener()
  }

  /** Opens a scene instead of what is open; the plugin is closed with it, as it is with a file. */
  async openScene(
    scene: SceneFile,
    images: Readonly<Record<string, Uint8Array>>,
    name: string
  ): Promise<void> {
    const document = loadScene(scene, images)
    const open = await OpenDocument.open(document, () => {
      this.changed()
    })
    this.plugin.close()
    this.open.close()
    this.open = open
    this.sceneName = name
    this.showAll()
  }

  get page(): DocumentNode {
    return this.open.document.currentPage
  }

  get selected(): readonly DocumentNode[] {
    return this.open.selection.nodes(this.page)
  }

  /** Shows another page, whole. */
  openPage(page: DocumentNode): void {
    this.open.document.currentPage = page
    this.open.document.changed()
    this.showAll()
  }

  select(ids: readonly string[]): void {
    this.open.selection.set(this.page, ids)
  }

  showAll(): void {
    this.#fit(this.page.children)
  }

  showSelection(): void {
    this.#fit(this.selected)
  }

  runPlugin(command: string): Promise<void> {
    return this.plugin.run(this.open, command, this.theme)
  }

  /** The same by a button: what keeps the plugin from starting is said in the console. */
  async startPlugin(command: string): Promise<void> {
    try {
      await this.runPlugin(command)
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error)
      this.plugin.console.push({ level: 'error', text })
      this.changed()
    }
  }

  undo(): boolean {
    return this.open.history.undo()
  }

  redo(): boolean {
    return this.open.history.redo()
  }

  /** Does an edit of the user's as one undo step. */
  edit(action: () => void): void {
    this.open.history.commit()
    action()
    this.open.document.changed()
    this.open.history.commit()
  }

  setTheme(theme: Theme): void {
    this.theme = theme
    this.plugin.setTheme(theme)
    this.changed()
  }

  setSwitches(switches: Partial<Switches>): void {
    this.switches = { ...this.switches, ...switches }
    this.storage.full = this.switches.storageFull
    this.changed()
  }

  #fit(nodes: readonly DocumentNode[]): void {
    const box = nodes.map(absoluteRenderBounds).reduce(unionBox, null)
    if (box === null) this.changed()
    else this.camera.fit(box)
  }
}
