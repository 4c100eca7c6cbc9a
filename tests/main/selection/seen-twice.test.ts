import { describe, expect, test } from 'vitest'
import { isExpandable } from '../../../src/main/nodes/expandable-node'
import { subjectContents } from '../../../src/main/selection/subject-contents'
import { layer, type Sketch } from '../../playground/document/build-document'
import { image, openLayers, solid } from '../support/open-layers'

const title = layer('TEXT', { name: 'title', characters: 'Title' })
const shade = layer('RECTANGLE', { name: 'shade', opacity: 0.5 })
const glow = layer('RECTANGLE', { name: 'glow', blendMode: 'SCREEN' })
const photo = layer('RECTANGLE', { name: 'photo', fills: [image()] })
const faintPhoto = layer('RECTANGLE', { name: 'faint photo', fills: [image()], opacity: 0.5 })
const picture = { name: 'target', fills: [image()] }
const empty = { name: 'target', fills: [] }

/** `background, everything: shade twice`. */
async function contentsOf(sketch: Sketch): Promise<string> {
  const { figma, the } = openLayers([sketch])
  const node = the('target')
  const contents = await figma.run(() =>
    isExpandable(node) ? subjectContents(node) : Promise.reject(new Error(node.type))
  )
  return contents
    .map(({ kind, seenTwice }) => (seenTwice === null ? kind : `${kind}: ${seenTwice} twice`))
    .join(', ')
}

describe('everything is offered beside the background, with the first layer that would be seen twice', () => {
  test.each<readonly [string, Sketch, string]>([
    ['none', layer('FRAME', picture, [title, photo]), 'background, everything'],
    [
      'one that is see-through',
      layer('FRAME', picture, [title, shade]),
      'background, everything: shade twice'
    ],
    ['one that is blended', layer('COMPONENT', picture, [glow]), 'background, everything: glow twice'],
    ['the lowest of two', layer('FRAME', picture, [glow, shade]), 'background, everything: glow twice'],
    [
      'one in a group, by the group’s name',
      layer('FRAME', picture, [layer('GROUP', { name: 'group' }, [shade])]),
      'background, everything: group twice'
    ],
    [
      'none in a frame, which is a layer of its own',
      layer('FRAME', picture, [layer('FRAME', { name: 'card', fills: [solid()] }, [shade])]),
      'background, everything'
    ],
    [
      'none that is hidden',
      layer('FRAME', picture, [title, layer('RECTANGLE', { ...shade.values, visible: false })]),
      'background, everything'
    ],
    [
      'above pictures at the bottom',
      layer('FRAME', empty, [photo, shade]),
      'background, everything: shade twice'
    ],
    [
      'a picture at the bottom, which is live above the image as well',
      layer('FRAME', empty, [faintPhoto, title]),
      'background, everything: faint photo twice'
    ],
    ['of an instance', layer('INSTANCE', picture, [shade]), 'background, everything: shade twice'],
    ['nothing live at all', layer('FRAME', picture), 'background'],
    ['no background to choose', layer('FRAME', empty, [title]), 'everything']
  ])('%s', async (_name, sketch, expected) => {
    expect(await contentsOf(sketch)).toBe(expected)
  })
})
