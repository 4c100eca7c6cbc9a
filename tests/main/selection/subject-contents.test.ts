import { describe, expect, test } from 'vitest'
import { sha1 } from '../../../playground/testing/document'
import type { SubjectContent } from '../../../src/core/plan/target'
import { isExpandable } from '../../../src/main/nodes/expandable-node'
import { subjectContents } from '../../../src/main/selection/subject-contents'
import { layer, type Sketch } from '../../playground/document/build-document'
import { image, type OpenLayers, openLayers, solid } from '../support/open-layers'
import { tinyPng } from '../support/tiny-png'

const photo = layer('RECTANGLE', { name: 'photo', fills: [image()] })
const title = layer('TEXT', { name: 'title', characters: 'Title' })
const hidden = layer('TEXT', { name: 'hidden', characters: 'x', visible: false })
const picture = { name: 'target', fills: [image()] }
const coloured = { name: 'target', fills: [solid()] }
const empty = { name: 'target', fills: [] }

async function contentsOf({ figma, the }: OpenLayers): Promise<readonly SubjectContent[]> {
  const node = the('target')
  return figma.run(() => (isExpandable(node) ? subjectContents(node) : Promise.reject(new Error(node.type))))
}

/** `background: target's paints, photo | 1 live`. */
function described({ figma }: OpenLayers, { kind, layers, liveLayers }: SubjectContent): string {
  const names = layers.map(({ source: { nodeId, content } }) => {
    const { name } = figma.layer(nodeId)
    return content === 'backdrop' ? `${name}'s paints` : name
  })
  return `${kind}: ${names.join(', ')} | ${liveLayers} live`
}

describe('what can be sent of a layer, the default first', () => {
  const everything = (live: number): string => `everything: target | ${live} live`
  test.each<readonly [string, Sketch, readonly string[]]>([
    ['a shape with a colour', layer('RECTANGLE', coloured), ["background: target's paints | 0 live"]],
    ['a shape with an image', layer('STAR', picture), ["background: target's paints | 0 live"]],
    [
      'a frame with an image and layers on it',
      layer('FRAME', picture, [title, layer('RECTANGLE', {}), hidden]),
      ["background: target's paints | 2 live", everything(2)]
    ],
    ['a frame with an image alone', layer('FRAME', picture), ["background: target's paints | 0 live"]],
    [
      'a frame with an image and only hidden layers',
      layer('FRAME', picture, [hidden]),
      ["background: target's paints | 0 live"]
    ],
    [
      'a frame whose lowest layer is a picture',
      layer('FRAME', empty, [photo, title]),
      ['background: photo | 1 live', everything(1)]
    ],
    [
      'the same with a colour of its own',
      layer('COMPONENT', coloured, [photo, title, hidden]),
      ["background: target's paints, photo | 1 live", everything(1)]
    ],
    [
      'two pictures, then a layer, then a picture',
      layer('FRAME', empty, [photo, layer('GROUP', { name: 'pair' }, [photo]), title, photo]),
      ['background: photo, pair | 2 live', everything(2)]
    ],
    ['a picture above other layers', layer('FRAME', empty, [title, photo]), [everything(2)]],
    ['pictures alone', layer('FRAME', empty, [photo, photo]), [everything(0)]],
    [
      'a picture that is a mask',
      layer('FRAME', empty, [layer('RECTANGLE', { ...photo.values, isMask: true }), title]),
      [everything(2)]
    ],
    ['a frame without a picture', layer('FRAME', coloured, [title]), [everything(1)]],
    ['a group', layer('GROUP', { name: 'target' }, [photo, title]), [everything(0)]],
    ['a text', layer('TEXT', { name: 'target', characters: 'a' }), [everything(0)]],
    [
      'an instance with a picture in it',
      layer('INSTANCE', empty, [photo, title]),
      ['background: photo | 1 live', everything(1)]
    ]
  ])('%s', async (_name, sketch, expected) => {
    const opened = openLayers([sketch])
    const contents = await contentsOf(opened)
    expect(contents.map((content) => described(opened, content))).toEqual(expected)
  })
})

describe('where what is exported lies', () => {
  test('its own paints over its box, other layers where they are in it', async () => {
    const moved = layer('RECTANGLE', { ...photo.values, x: 30, y: 20, width: 50, height: 40 })
    const opened = openLayers([
      layer('FRAME', { ...coloured, x: 500, y: 700, width: 200, height: 100 }, [moved, title])
    ])
    const [background] = await contentsOf(opened)
    expect(background?.layers.map(({ imagePlace }) => imagePlace)).toEqual([
      [
        [200, 0, 0],
        [0, 100, 0]
      ],
      [
        [50, 0, 30],
        [0, 40, 20]
      ]
    ])
  })
})

describe('how sharp it is stored', () => {
  const stored = image({ imageHash: sha1(tinyPng) })
  test.each<readonly [string, Sketch, readonly (number | null)[]]>([
    ['no image', layer('RECTANGLE', coloured), [null]],
    ['its own image', layer('RECTANGLE', { ...picture, fills: [stored], width: 4, height: 5 }), [0.2]],
    [
      'the sharpest of all that is sent',
      layer('FRAME', { ...picture, fills: [stored], width: 10, height: 10 }, [
        layer('RECTANGLE', { fills: [stored], width: 2, height: 2 }),
        title
      ]),
      [0.1, 0.5]
    ]
  ])('%s', async (_name, sketch, expected) => {
    const opened = openLayers([sketch])
    opened.figma.document.images.set(sha1(tinyPng), tinyPng)
    const contents = await contentsOf(opened)
    expect(contents.map(({ nativeScale }) => nativeScale)).toEqual(expected)
  })
})
