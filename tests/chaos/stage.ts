import { type PlaygroundDocument, sha1 } from '../../playground/testing/document'
import { image, solid } from '../main/support/open-layers'
import { documentWith, layer } from '../playground/document/build-document'
import { pictureFile } from './picture-file'

/** The document that every schedule begins with: a layer for each way in which an image is placed. */
export function stageDocument(): PlaygroundDocument {
  const photo = pictureFile({ width: 600, height: 400 }, 'a photo')
  const imageHash = sha1(photo)
  const shown = image({ imageHash })
  const document = documentWith(
    layer('RECTANGLE', { name: 'photo', width: 300, height: 200, fills: [solid(), shown] }),
    layer('FRAME', { name: 'card', x: 400, width: 500, height: 300, fills: [solid()] }, [
      layer('RECTANGLE', { name: 'picture', x: 20, y: 20, width: 240, height: 160, fills: [shown] }),
      layer('TEXT', { name: 'caption', x: 20, y: 200, characters: 'a caption', fills: [solid()] })
    ]),
    layer('GROUP', { name: 'group', y: 400, width: 120, height: 80 }, [
      layer('RECTANGLE', { name: 'in the group', width: 120, height: 80, fills: [shown] })
    ]),
    layer(
      'FRAME',
      {
        name: 'row',
        x: 400,
        y: 400,
        width: 200,
        height: 100,
        fills: [shown],
        layoutMode: 'HORIZONTAL',
        primaryAxisSizingMode: 'FIXED',
        counterAxisSizingMode: 'FIXED'
      },
      [layer('RECTANGLE', { name: 'in the row', width: 40, height: 40, fills: [solid()] })]
    )
  )
  document.images.set(imageHash, photo)
  document.changed()
  return document
}
