import { describe, expect, it, test } from 'vitest'
import type { Selection } from '../../../src/core/plan/target'
import { readImageHeader } from '../../../src/core/png/image-header'
import { maxRequestCap } from '../../../src/core/settings'
import { describeSelection } from '../../../src/main/calls/describe-selection'
import { describeFrame } from '../../../src/main/selection/describe-frame'
import { describeSides } from '../../../src/main/selection/describe-sides'
import { layer, named, type Sketch } from '../../playground/document/build-document'
import { image, type OpenLayers, openLayers } from '../support/open-layers'
import { placementFor } from '../support/placement-for'
import { openWindow } from '../support/plugin-window'
import { tinyPng } from '../support/tiny-png'

const photo = (name: string, x = 0): Sketch =>
  layer('RECTANGLE', { name, x, width: 50, height: 50, fills: [image()] })
const turned: Transform = [
  [0.6, -0.8, 50],
  [0.8, 0.6, 20]
]

function select({ figma }: OpenLayers, names: readonly string[]): Promise<Selection> {
  const { document } = figma
  figma.selection.set(
    document.currentPage,
    names.map((name) => named(document, name).id)
  )
  return figma.run(describeSelection)
}

describe('where a target is', () => {
  it('its page, and its place there', async () => {
    const opened = openLayers([
      layer('FRAME', { name: 'frame', relativeTransform: turned, width: 400 }, [photo('photo', 100)])
    ])
    const { sides, frame } = await select(opened, ['photo'])
    const pageId = opened.figma.document.currentPage.id
    expect(sides).toMatchObject({
      target: {
        origin: {
          pageId,
          place: [
            [0.6, -0.8, 110],
            [0.8, 0.6, 100]
          ]
        }
      }
    })
    // The frame is what is filled.
    expect(frame).toMatchObject({ target: { origin: { pageId, place: turned } } })
  })
})

test('the selection names the ids of its layers, also of those that cannot be expanded', async () => {
  const opened = openLayers([photo('shown'), photo('hidden')])
  named(opened.figma.document, 'hidden').visible = false
  expect(await select(opened, [])).toMatchObject({ nodeIds: [] })
  expect(await select(opened, ['hidden'])).toMatchObject({ nodeIds: [opened.the('hidden').id] })
  expect(await select(opened, ['shown', 'hidden'])).toMatchObject({
    nodeIds: [opened.the('shown').id, opened.the('hidden').id]
  })
})

describe('the picture of a frame', () => {
  const title = layer('TEXT', { name: 'title', characters: 'x', width: 40, height: 20 })
  const mark = layer('VECTOR', { name: 'mark', width: 10, height: 10 })
  test.each<readonly [string, readonly Sketch[], readonly string[], readonly string[]]>([
    ['is the photo where its text is selected', [photo('photo'), title], ['title'], ['photo']],
    ['is what is selected beside a text', [photo('photo'), mark, title], ['mark', 'title'], ['mark']],
    ['is the text where there is nothing else', [title], ['title'], ['title']],
    ['is a layer without an image that is selected', [photo('photo'), mark], ['mark'], ['mark']]
  ])('%s', async (_which, layers, selected, pictures) => {
    const opened = openLayers([layer('FRAME', { name: 'frame', width: 400, height: 300 }, layers)])
    const { frame } = await select(opened, selected)
    const { document } = opened.figma
    expect(frame).toMatchObject({
      target: { subjectIds: pictures.map((name) => named(document, name).id) }
    })
  })
})

it('a frame is filled as long as it shows an image of this plugin, and has its shape', async () => {
  const { width, height } = readImageHeader(tinyPng) ?? { width: 0, height: 0 }
  const size = { width: 100 * width, height: 100 * height }
  const opened = openLayers([layer('FRAME', { name: 'frame', ...size }, [photo('photo')])])
  const window = openWindow(opened.figma)
  const isFilled = async (filled: boolean): Promise<void> => {
    expect((await select(opened, ['frame'])).frame).toMatchObject({ target: { isFilled: filled } })
  }
  await isFilled(false)
  await window.place(placementFor('fill', opened.the('frame')))
  await isFilled(true)
  const frame = named(opened.figma.document, 'frame')
  frame.width *= 1.5
  await isFilled(false)
  frame.width /= 1.5
  window.takeBack()
  await isFilled(false)
})

describe('each of several layers', () => {
  it('is none where one is selected, or nothing', async () => {
    const opened = openLayers([photo('photo')])
    expect((await select(opened, ['photo'])).each).toEqual([])
    expect((await select(opened, [])).each).toEqual([])
  })

  it('is described as if it were selected alone, in both modes', async () => {
    const opened = openLayers([
      layer('FRAME', { name: 'frame', width: 400, height: 300 }, [
        photo('a'),
        photo('b', 100),
        layer('TEXT', { name: 'text', characters: 'x' }),
        layer('RECTANGLE', { name: 'mask', isMask: true }),
        photo('masked', 200)
      ]),
      layer('FRAME', { name: 'covered', width: 50, height: 50 }, [photo('cover')]),
      layer('LINE', { name: 'line' }),
      photo('hidden')
    ])
    named(opened.figma.document, 'hidden').visible = false
    const names = ['a', 'b', 'text', 'mask', 'masked', 'covered', 'line', 'hidden', 'frame']
    const { each } = await select(opened, names)
    const { figma, the } = opened
    for (const { name, nodeId, sides, frame } of each) {
      expect(nodeId).toBe(the(name).id)
      expect(sides, name).toEqual(await figma.run(() => describeSides([the(name)])))
      expect(frame, name).toEqual(await figma.run(() => describeFrame([the(name)])))
    }
    expect(each.map(({ name }) => name).sort()).toEqual([...names].sort())
    expect(new Set(each.map(({ sides }) => sides.kind))).toEqual(new Set(['target', 'obstacle']))
  })

  it('is plain data without a missing number', async () => {
    const opened = openLayers([photo('a'), layer('FRAME', { name: 'b' }, [photo('c')])])
    const selection = await select(opened, ['a', 'b'])
    expect(JSON.parse(JSON.stringify(selection))).toStrictEqual(selection)
  })
})

describe('more layers than the editor would bear', () => {
  const many = (count: number): readonly Sketch[] =>
    Array.from({ length: count }, (_, index) => layer('RECTANGLE', { name: `layer ${index}` }))
  const inFrame = (count: number): readonly Sketch[] => [layer('FRAME', { name: 'frame' }, many(count))]

  test.each<readonly [string, readonly Sketch[], number, number]>([
    ['a hundred of one frame are described', inFrame(100), 100, 100],
    ['more are not: each of them would have all in its description', inFrame(101), 101, 0],
    ['a few of a large frame are', inFrame(500), 20, 20],
    ['as many as one press can expand are, on a page', many(maxRequestCap), maxRequestCap, maxRequestCap],
    ['more are not', many(maxRequestCap + 1), maxRequestCap + 1, 0]
  ])('%s', async (_name, sketches, selected, described) => {
    const opened = openLayers(sketches)
    const { sides, each } = await select(
      opened,
      Array.from({ length: selected }, (_, index) => `layer ${index}`)
    )
    expect(each).toHaveLength(described)
    expect(sides).toEqual({ kind: 'obstacle', obstacle: { kind: 'several-selected', count: selected } })
  })
})

describe('a hundred layers', () => {
  /** How often a layer is asked for something, for each of so many that are selected. */
  async function readsForEach(
    count: number,
    sketch: (layers: readonly Sketch[]) => readonly Sketch[]
  ): Promise<number> {
    const names = Array.from({ length: count }, (_, index) => `layer ${index}`)
    const opened = openLayers(sketch(names.map((name, index) => photo(name, index * 60))))
    const { document } = opened.figma
    const get = document.get.bind(document)
    let reads = 0
    document.get = (id) => {
      reads += 1
      return get(id)
    }
    await select(opened, names)
    return reads / count
  }

  test.each<readonly [string, (layers: readonly Sketch[]) => readonly Sketch[]]>([
    ['on a page', (layers) => layers],
    ['in one frame', (layers) => [layer('FRAME', { name: 'frame', width: 9000, height: 300 }, layers)]],
    ['in a group in a frame', (layers) => [layer('FRAME', { width: 9000 }, [layer('GROUP', {}, layers)])]]
  ])('%s are read as often, each, as ten', async (_name, sketch) => {
    const ten = await readsForEach(10, sketch)
    expect(await readsForEach(100, sketch)).toBeLessThan(ten * 1.2)
  })
})
