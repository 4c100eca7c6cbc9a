import { readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import sharp from 'sharp'
import { growBy, type InsetEntries, resolveInsets } from '../../src/core/geometry/insets'
import type { Size } from '../../src/core/geometry/size'
import type { SceneFile } from '../document/scene/rest'
import type { SceneNode } from '../document/write-node'

/** Figma stores no image of more than 4096 px a side: a larger one is made smaller when it is brought in. */
const maxStoredSide = 4096

export interface PhotoScene {
  readonly scene: SceneFile
  readonly images: Readonly<Record<string, string>>
  /** The layer to select: the photo, or the frame around it. */
  readonly nodeId: string
}

/**
 * Makes a document with one rectangle that shows a photo at its own size, as if it had been dropped onto the page. With
 * `frame`, the photo is in a frame that reaches past it so far, as if the frame had been made larger; null: in none.
 */
export async function photoScene(file: string, frame: InsetEntries | null): Promise<PhotoScene> {
  const photo = sharp(await readFile(file)).rotate()
  const { width, height } = (await photo.clone().toBuffer({ resolveWithObject: true })).info
  const stored = await photo
    .resize({ width: maxStoredSide, height: maxStoredSide, fit: 'inside', withoutEnlargement: true })
    .png()
    .toBuffer()
  const name = basename(file, extname(file))
  const insets = frame === null ? null : resolveInsets(frame, { width, height })
  const layer = {
    ...nodeAt('1:2', name, 'RECTANGLE', { x: insets?.left ?? 0, y: insets?.top ?? 0 }, { width, height }),
    fills: [{ type: 'IMAGE', scaleMode: 'FILL', imageRef: 'photo' }]
  }
  const top =
    insets === null
      ? layer
      : {
          ...nodeAt('1:1', 'Frame', 'FRAME', { x: 0, y: 0 }, growBy({ width, height }, insets)),
          fills: [{ type: 'SOLID', color: { r: 1, g: 1, b: 1, a: 1 } }],
          clipsContent: true,
          children: [layer]
        }
  return {
    nodeId: top.id,
    images: { photo: stored.toString('base64') },
    scene: {
      name,
      document: {
        id: '0:0',
        name: 'Document',
        type: 'DOCUMENT',
        children: [{ id: '0:1', name: 'Page 1', type: 'CANVAS', children: [top] }]
      }
    }
  }
}

function nodeAt(
  id: string,
  name: string,
  type: string,
  { x, y }: { readonly x: number; readonly y: number },
  { width, height }: Size
): SceneNode {
  return {
    id,
    name,
    type,
    relativeTransform: [
      [1, 0, x],
      [0, 1, y]
    ],
    size: { x: width, y: height }
  }
}
