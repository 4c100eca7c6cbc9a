import type { SceneFile } from '../document/scene/rest'
import type { PageSettings } from './page-settings'

/** A scene and its image files, as `Workspace.openScene` takes them. */
export interface SceneWithImages {
  readonly name: string
  readonly scene: SceneFile
  readonly images: Readonly<Record<string, Uint8Array>>
}

function imageRefs(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) =>
    key === 'imageRef' && typeof item === 'string' ? [item] : imageRefs(item)
  )
}

async function readBytes(url: string): Promise<Uint8Array> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(await response.text())
  return new Uint8Array(await response.arrayBuffer())
}

/** Reads one of the server's scenes with the images that it shows. */
export async function fetchScene(name: string, settings: PageSettings): Promise<SceneWithImages> {
  const response = await fetch(`/scenes/${name}.json`)
  if (!response.ok) throw new Error(await response.text())
  // `loadScene` checks what it is handed.
  const scene = (await response.json()) as SceneFile
  const images = await Promise.all(
    [...new Set(imageRefs(scene))].flatMap((ref) => {
      const url = settings.sceneImages[ref]
      return url === undefined ? [] : [readBytes(url).then((bytes) => [ref, bytes] as const)]
    })
  )
  return { name, scene, images: Object.fromEntries(images) }
}

/** Reads a folder that the user chose: its JSON file is the scene, every image goes by its name with and without ending. */
export async function readSceneFolder(files: readonly File[]): Promise<SceneWithImages> {
  const json = files.find((file) => file.name.endsWith('.json'))
  if (json === undefined) throw new Error('There is no .json file among the chosen files.')
  const scene = JSON.parse(await json.text()) as SceneFile
  const images: Record<string, Uint8Array> = {}
  for (const file of files.filter(
    (each) => /\.(png|jpe?g|gif)$/i.test(each.name) || !each.name.includes('.')
  )) {
    const bytes = new Uint8Array(await file.arrayBuffer())
    images[file.name] = bytes
    images[file.name.replace(/\.[^.]+$/, '')] = bytes
  }
  return { name: json.name.replace(/\.json$/, ''), scene, images }
}
