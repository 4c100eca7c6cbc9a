import { basename, extname } from 'node:path'
import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import type { SceneFile } from '../document/rest'

/** Figma stores no image of more than 4096 px a side: a larger one is made smaller when it is brought in. */
const maxStoredSide = 4096

export interface PhotoScene {
  readonly scene: SceneFile
  readonly images: Readonly<Record<string, string>>
  /** The layer that shows the photo. */
  readonly nodeId: string
}

/** Makes a document with one rectangle that shows a photo at its own size, as if it had been dropped onto the page. */
export async function photoScene(file: string): Promise<PhotoScene> {
  const photo = sharp(await readFile(file)).rotate()
  const { width, height } = (await photo.clone().toBuffer({ resolveWithObject: true })).info
  const stored = await photo
    .resize({ width: maxStoredSide, height: maxStoredSide, fit: 'inside', withoutEnlargement: true })
    .png()
    .toBuffer()
  const name = basename(file, extname(file))
  const nodeId = '1:2'
  return {
    nodeId,
    images: { photo: stored.toString('base64') },
    scene: {
      name,
      document: {
        id: '0:0',
        name: 'Document',
        type: 'DOCUMENT',
        children: [
          {
            id: '0:1',
            name: 'Page 1',
            type: 'CANVAS',
            children: [
              {
                id: nodeId,
                name,
                type: 'RECTANGLE',
                absoluteBoundingBox: { x: 0, y: 0, width, height },
                relativeTransform: [
                  [1, 0, 0],
                  [0, 1, 0]
                ],
                size: { x: width, y: height },
                fills: [{ type: 'IMAGE', scaleMode: 'FILL', imageRef: 'photo' }]
              }
            ]
          }
        ]
      }
    }
  }
}
