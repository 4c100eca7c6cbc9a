import { describe, expect, it, test } from 'vitest'
import { type DocumentNode, sha1 } from '../../../playground/testing/document'
import type { LayerPlacement } from '../../../src/core/expansion/placement'
import { pagePositionOf } from '../../../src/main/nodes/page-position-of'
import { boxOf, layer, named, type Sketch } from '../../playground/document/build-document'
import { changedFields } from '../support/changed-fields'
import { image, type OpenLayers, openLayers } from '../support/open-layers'
import { placementFor } from '../support/placement-for'
import { openWindow } from '../support/plugin-window'
import { tinyPng } from '../support/tiny-png'

const insets = { top: 10, right: 20, bottom: 30, left: 40 }
const size = { x: 100, y: 50, width: 200, height: 100 }
const box = layer('RECTANGLE', { name: 'box' })
const expanded = 'Expanded image'

interface Gone extends OpenLayers {
  readonly placement: LayerPlacement
  readonly page: DocumentNode
  readonly other: DocumentNode
}

/** A file of two pages; the layer called `target` was on the first when the expansion was started, and is gone. */
function gone(sketch: Sketch, kind: LayerPlacement['kind'] = 'grow'): Gone {
  const opened = openLayers([sketch, box])
  const { document } = opened.figma
  const page = document.currentPage
  const other = document.createNode('PAGE')
  document.insert(document.root, 1, other)
  const placement = placementFor(kind, opened.the('target'), insets)
  document.remove(named(document, 'target'))
  document.changed()
  opened.figma.history.commit()
  return { ...opened, placement, page, other }
}

describe('the image of a layer that is gone goes to the right of where it would have been, upright', () => {
  test.each<readonly [string, Sketch, LayerPlacement['kind'], readonly number[]]>([
    ['grown', layer('FRAME', { name: 'target', ...size }), 'grow', [360, 40, 260, 140]],
    [
      'behind',
      layer('TEXT', { name: 'target', ...size, textAutoResize: 'NONE' }),
      'behind',
      [360, 40, 260, 140]
    ],
    ['filled', layer('FRAME', { name: 'target', ...size }), 'fill', [340, 50, 200, 100]],
    [
      'of a layer in a frame',
      layer('FRAME', { name: 'around', x: 1000, y: 2000 }, [layer('FRAME', { name: 'target', ...size })]),
      'grow',
      [1360, 2040, 260, 140]
    ],
    [
      'of a turned one: right of its corners, as high as the highest',
      layer('FRAME', {
        name: 'target',
        width: 200,
        height: 100,
        relativeTransform: [
          [0, -1, 0],
          [1, 0, 0]
        ]
      }),
      'grow',
      [50, -40, 260, 140]
    ]
  ])('%s', async (_name, sketch, kind, expected) => {
    const { figma, placement, page } = gone(sketch, kind)
    expect(await openWindow(figma).place(placement)).toBe('beside')
    const made = named(figma.document, expanded)
    expect(boxOf(made)).toEqual(expected)
    expect(made.parent).toBe(page)
    expect(made.relativeTransform.map(([a, b]) => [a, b])).toEqual([
      [1, 0],
      [0, 1]
    ])
    expect(made.fills).toEqual([image({ imageHash: sha1(tinyPng), scaleMode: 'FILL' })])
  })
})

describe('it is selected, and nothing else is changed', () => {
  it('in one undo step', async () => {
    const { figma, placement, page } = gone(layer('FRAME', { name: 'target' }))
    const was = figma.document.snapshot()
    await openWindow(figma).place(placement)
    expect(changedFields(was, figma.document)).toEqual(['Page 1: childIds', 'Expanded image is new'])
    expect(figma.selection.nodes(page).map(({ name }) => name)).toEqual([expanded])
    expect([figma.history.undo(), changedFields(was, figma.document)]).toEqual([true, []])
  })

  it('on its own page, which need not be the open one: that stays open', async () => {
    const { figma, placement, page, other } = gone(layer('FRAME', { name: 'target' }))
    figma.document.currentPage = other
    figma.document.changed()
    expect(await openWindow(figma).place(placement)).toBe('beside')
    expect(figma.document.currentPage).toBe(other)
    expect(named(figma.document, expanded).parent).toBe(page)
    expect(figma.selection.nodes(page).map(({ name }) => name)).toEqual([expanded])
    expect(figma.selection.nodes(other)).toEqual([])
  })

  it('on a page that the plugin has not loaded yet', async () => {
    const { figma, placement } = gone(layer('FRAME', { name: 'target' }))
    const unloaded = figma.document.createNode('PAGE')
    figma.document.insert(figma.document.root, 2, unloaded)
    const where = await openWindow(figma).place({
      ...placement,
      origin: { ...placement.origin, pageId: unloaded.id }
    })
    expect(where).toBe('beside')
    expect(named(figma.document, expanded).parent).toBe(unloaded)
  })

  it('in the middle of the view of the open page, where its own page is gone too', async () => {
    const { figma, placement, page, other } = gone(layer('FRAME', { name: 'target', ...size }))
    figma.document.currentPage = other
    figma.document.remove(page)
    figma.document.changed()
    expect(await openWindow(figma).place(placement)).toBe('beside')
    const made = named(figma.document, expanded)
    expect(made.parent).toBe(other)
    expect(boxOf(made)).toEqual([-130, -70, 260, 140])
    expect(figma.selection.nodes(other)).toEqual([made])
  })
})

describe('a layer on a page that is not open', () => {
  it.each(['grow', 'behind', 'fill'] as const)('takes its image all the same: %s', async (kind) => {
    const opened = openLayers([box])
    const { document } = opened.figma
    const other = document.createNode('PAGE')
    document.insert(document.root, 1, other)
    const target = document.createNode('FRAME')
    document.insert(other, 0, target)
    document.changed()
    const placement = placementFor(kind, opened.figma.layer(target.id), insets)
    expect(pagePositionOf(opened.figma.layer(target.id)).pageId).toBe(other.id)
    const where = { grow: 'grown', behind: 'behind', fill: 'filled' }[kind]
    expect(await openWindow(opened.figma).place(placement)).toBe(where)
    expect(document.currentPage.children).toHaveLength(1)
    expect(other.children).toHaveLength(kind === 'behind' ? 2 : 1)
  })
})
