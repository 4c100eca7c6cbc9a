import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import type { SceneFile } from '../document/scene/rest'
import type { DemoOptions } from './demo-options'
import { type PhotoScene, photoScene } from './photo-scene'

/** The layer that each bundled scene is about. */
const mainLayers: Readonly<Record<string, string>> = {
  banner: 'Web banner',
  phone: 'Hero photo',
  'product-card': 'Product photo'
}

/** What the demo opens, and the name or id of the layer that it selects; a script selects for itself. */
export interface DemoDocument {
  readonly scene: string | Pick<PhotoScene, 'scene' | 'images'>
  readonly select: string
}

/** Finds the document that the options ask for. */
export async function demoDocument(options: DemoOptions): Promise<DemoDocument> {
  if (options.photo !== null) {
    const { nodeId, ...scene } = await photoScene(options.photo, options.photoFrame)
    return { scene, select: nodeId }
  }
  const mainLayer = mainLayers[options.scene]
  if (mainLayer !== undefined) {
    return { scene: options.scene, select: options.select ?? mainLayer }
  }
  if (options.select === null && options.script === null) {
    throw new Error('--select NODE: say which layer of this scene is to be expanded, by its name or id')
  }
  return { scene: await sceneFromFile(options.scene), select: options.select ?? '' }
}

/** Reads a scene's JSON file, and its images from the folder `images` beside it, each by its file name. */
async function sceneFromFile(file: string): Promise<Pick<PhotoScene, 'scene' | 'images'>> {
  // The playground checks the scene when it opens it, and names what is wrong.
  const scene = JSON.parse(await readFile(file, 'utf8')) as SceneFile
  const folder = join(dirname(file), 'images')
  const names = await readdir(folder).catch(() => [])
  const images: Record<string, string> = {}
  for (const name of names) {
    const bytes = (await readFile(join(folder, name))).toString('base64')
    images[name] = bytes
    images[basename(name, extname(name))] = bytes
  }
  return { scene, images }
}
