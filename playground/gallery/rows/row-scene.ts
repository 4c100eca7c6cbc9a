import sharp from 'sharp'
import type { SceneFile } from '../../document/scene/rest'
import type { SceneNode } from '../../document/write-node'
import type { Layer } from './layer'
import type { Row } from './row'

/** The names of the two pages of each row's document. */
export const pageNames = ['First page', 'Second page'] as const

/** A row's document as a scene. */
export function rowScene(row: Row): SceneFile {
  const pages = row.page === undefined ? [row.layers, []] : [[], row.layers]
  const givenIds = new Set(idsIn(row.layers))
  let lastId = 1
  const numbered = ({ id, children, ...fields }: Layer): SceneNode => {
    do lastId += 1
    while (id === undefined && givenIds.has(`1:${lastId}`))
    return {
      ...fields,
      id: id ?? `1:${lastId}`,
      ...(children === undefined ? {} : { children: children.map(numbered) })
    }
  }
  return {
    name: row.name,
    document: {
      id: '0:0',
      name: 'Document',
      type: 'DOCUMENT',
      children: pages.map((layers, index) => ({
        id: `0:${index + 1}`,
        name: pageNames[index] ?? '',
        type: 'CANVAS',
        children: layers.map(numbered)
      }))
    }
  }
}

function idsIn(layers: readonly Layer[]): readonly string[] {
  return layers.flatMap(({ id, children }) => [...(id === undefined ? [] : [id]), ...idsIn(children ?? [])])
}

/** The images of all rows: `imageRef` to the file as base64. */
export async function rowImages(): Promise<Readonly<Record<string, string>>> {
  const photograph = sharp('playground/scenes/images/coffee.png')
  const at = async (width: number, height: number): Promise<string> =>
    (await photograph.clone().resize(width, height, { fit: 'cover' }).png().toBuffer()).toString('base64')
  return { photo: await at(240, 160), 'small-photo': await at(60, 40) }
}
