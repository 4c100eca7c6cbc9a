import type { SceneFile } from '../document/scene/rest'
import type { ImageSize } from '../host/image-header'
import type { Switches } from '../host/switches'
import type { Stretch } from './edit-layer'

/** Where a layer is seen, and how large it is, px. */
export interface Place {
  readonly transform: Transform
  readonly width: number
  readonly height: number
}

/**
 * What the playground's page offers to scripts (the demo command and the end-to-end tests) as `window.playground`.
 * Everything a person does by hand in the plugin's window is done there by its accessible names, not here.
 */
export interface Automation {
  /** Resolves when the scene is open, its images and fonts are loaded and the first drawing is done. */
  readonly ready: Promise<void>
  /** Replaces the open document by a scene; `images` maps an `imageRef` to the file's bytes as base64. */
  readonly openScene: (scene: SceneFile, images: Readonly<Record<string, string>>) => Promise<void>
  /** Ids of the nodes whose name is `name`, in document order. */
  readonly findByName: (name: string) => readonly string[]
  /** The document's pages in order. */
  readonly pages: () => readonly { readonly id: string; readonly name: string; readonly isCurrent: boolean }[]
  /** Shows another page, by its id or its name, as a click in the list of pages does. */
  readonly openPage: (idOrName: string) => void
  /**
   * Selects on the current page, as a click would; the event reaches the plugin late, as Figma's does. Throws for a
   * layer of another page.
   */
  readonly select: (nodeIds: readonly string[]) => void
  readonly selection: () => readonly string[]
  /** The commands of the plugin's menu, as the manifest names them. */
  readonly menuCommands: () => readonly string[]
  /** Starts the built plugin as its menu command would; resolves when its main script has run. */
  readonly runPlugin: (command?: string) => Promise<void>
  /**
   * Presses the button that the selected layer has for this command; resolves when the main script has run. Throws where
   * there is no such button.
   */
  readonly relaunch: (command: string) => Promise<void>
  readonly closePlugin: () => void
  readonly isPluginOpen: () => boolean
  readonly undo: () => boolean
  readonly redo: () => boolean
  /** The document in the shape of the REST answer, with every field that the document holds; byte for byte comparable. */
  readonly dump: () => SceneFile
  /** One layer with what is in it, as the dump has it. */
  readonly layer: (nodeId: string) => SceneFile['document']
  /** Where every layer of every page is seen: its own space → its page, and its size, px. */
  readonly places: () => Readonly<Record<string, Place>>
  /** A layer's fills in the plugin API's words. */
  readonly fills: (nodeId: string) => readonly Paint[]
  /** The document's images: hash to base64 bytes. */
  readonly images: () => Readonly<Record<string, string>>
  /** Draws one node alone with what is in it (its own box, or its visible bounds with `padding` px around), as PNG base64. */
  readonly renderNode: (nodeId: string, options?: { scale?: number; padding?: number }) => Promise<string>
  /** Draws a rectangle of the current page as the editor shows it (no selection marks), as PNG base64. */
  readonly renderPage: (
    area: { x: number; y: number; width: number; height: number },
    scale?: number
  ) => Promise<string>
  /** Sizes of the document's images by their hash, px; of what is no image there is none. */
  readonly imageSizes: () => Readonly<Record<string, ImageSize>>
  /** The box around everything that is drawn on the current page, px; null when it is empty. */
  readonly drawnBox: () => Rect | null
  /** Drags sides of a layer outwards, as its handles do; one undo step. */
  readonly stretchNode: (nodeId: string, stretch: Stretch) => void
  /** Moves a layer by so much, as the arrow keys do; one undo step. */
  readonly moveNodeBy: (nodeId: string, x: number, y: number) => void
  /**
   * Opens the same document in a second editor that has the same storage, the same undo steps, and a selection and a
   * plugin of its own. Its plugin's windows are on the left.
   */
  readonly openBeside: () => Promise<Automation>
  /** Edits that another editor of the file makes while the plugin runs. */
  readonly removeNode: (nodeId: string) => void
  readonly resizeNode: (nodeId: string, width: number, height: number) => void
  readonly moveNode: (nodeId: string, x: number, y: number) => void
  readonly setFills: (nodeId: string, fills: readonly Paint[]) => void
  readonly setSwitches: (switches: Partial<Switches>) => void
  /** The plugin's clientStorage as it stands: key to value. */
  readonly storage: () => Readonly<Record<string, unknown>>
  readonly setStorage: (entries: Readonly<Record<string, unknown>>) => void
  /** Toasts shown by `figma.notify`, oldest first. */
  readonly notifications: () => readonly string[]
  /** Errors that the plugin's main thread threw or rejected without a catch, oldest first. */
  readonly pluginErrors: () => readonly string[]
  /** Every message between main and UI so far, oldest first, bytes replaced by their length. */
  readonly messages: () => readonly { readonly from: 'main' | 'ui'; readonly body: unknown }[]
}
