import type { Manifest } from '../host/manifest'
import type { ThemeColors } from '../host/window/window-page'

/** What the server tells the page at start, as `/settings.json`. */
export interface PageSettings {
  readonly manifest: Manifest
  /** Names of the scenes in the scenes folder, without `.json`. */
  readonly scenes: readonly string[]
  /** What a scene may call an image → where the file is. */
  readonly sceneImages: Readonly<Record<string, string>>
  readonly fonts: readonly { readonly weight: number; readonly url: string }[]
  readonly colors: ThemeColors
  readonly quickJsWasm: string
}
