import sharp from 'sharp'
import type { PhotoScene } from '../../playground/testing/demo'
import type { SceneNode } from '../../playground/testing/document'

type Scene = Pick<PhotoScene, 'scene' | 'images'>

/** A document with one page; `images` are files by the name that its layers call them. */
export function sceneOf(
  children: readonly SceneNode[],
  images: Readonly<Record<string, Buffer>> = {}
): Scene {
  return {
    scene: {
      name: 'Sample',
      document: {
        id: '0:0',
        name: 'Document',
        type: 'DOCUMENT',
        children: [{ id: '0:1', name: 'Page 1', type: 'CANVAS', children }]
      }
    },
    images: Object.fromEntries(
      Object.entries(images).map(([name, bytes]) => [name, bytes.toString('base64')])
    )
  }
}

/** A layer of the scene; position and size in document units, relative to its parent. */
export function layer(
  type: string,
  id: string,
  name: string,
  [x, y, width, height]: readonly [number, number, number, number],
  more: Readonly<Record<string, unknown>> = {}
): SceneNode {
  return {
    id,
    name,
    type,
    size: { x: width, y: height },
    relativeTransform: [
      [1, 0, x],
      [0, 1, y]
    ],
    ...more
  }
}

export const imageFill = { fills: [{ type: 'IMAGE', scaleMode: 'FILL', imageRef: 'photo' }] } as const

export const solidFill = { fills: [{ type: 'SOLID', color: { r: 0.9, g: 0.2, b: 0.1, a: 1 } }] } as const

/** A part of the bundled coffee photograph of exactly this size, px. */
export async function photoOf(width: number, height: number): Promise<Buffer> {
  return sharp('playground/scenes/images/coffee.png').resize(width, height, { fit: 'cover' }).png().toBuffer()
}
