import { describe, expect, it, test } from 'vitest'
import { type DocumentNode, sha1 } from '../../../playground/testing/document'
import type { LayerPlacement } from '../../../src/core/expansion/placement'
import { layer, named, type Sketch } from '../../playground/document/build-document'
import { changedFields } from '../support/changed-fields'
import { gradient, image, type OpenLayers, openLayers, solid } from '../support/open-layers'
import { placementFor } from '../support/placement-for'
import { openWindow } from '../support/plugin-window'
import { otherPng, tinyPng } from '../support/tiny-png'

const first = sha1(tinyPng)
const second = sha1(otherPng)
const box = layer('RECTANGLE', { name: 'box', width: 50, height: 40 })
const wide: Transform = [
  [1, 0, 0],
  [0, 1, 0]
]
const expanded = 'Expanded image'

interface Case {
  readonly sketch: Sketch
  readonly kind: LayerPlacement['kind']
  /** Where the first image goes, and the name of the layer that shows it. */
  readonly where: string
  readonly shownBy: string
  /** What happens between the order and the first image. */
  readonly meanwhile?: (opened: OpenLayers) => void
}

const cases: readonly (readonly [string, Case])[] = [
  [
    'a frame that has grown',
    { sketch: layer('FRAME', { name: 'target' }, [box]), kind: 'grow', where: 'grown', shownBy: 'target' }
  ],
  [
    'a shape that has grown, beneath its gradient',
    {
      sketch: layer('ELLIPSE', { name: 'target', fills: [image(), gradient(wide)] }),
      kind: 'grow',
      where: 'grown',
      shownBy: 'target'
    }
  ],
  [
    'a layer that had another size by then',
    {
      sketch: layer('RECTANGLE', { name: 'target' }),
      kind: 'grow',
      where: 'changed-meanwhile',
      shownBy: 'target',
      meanwhile: ({ figma }) => {
        named(figma.document, 'target').width = 70
      }
    }
  ],
  [
    'the rectangle behind a text',
    {
      sketch: layer('TEXT', { name: 'target', characters: 'a' }),
      kind: 'behind',
      where: 'behind',
      shownBy: expanded
    }
  ],
  [
    'the rectangle behind a layer that could not grow',
    {
      sketch: layer('RECTANGLE', { name: 'target', maxWidth: 200 }),
      kind: 'grow',
      where: 'behind',
      shownBy: expanded
    }
  ],
  [
    'the rectangle behind an instance that holds the layer',
    {
      sketch: layer('INSTANCE', { name: 'instance', fills: [], clipsContent: false }, [
        layer('TEXT', { name: 'target', characters: 'a' })
      ]),
      kind: 'behind',
      where: 'behind',
      shownBy: expanded
    }
  ],
  [
    'a frame that is filled',
    { sketch: layer('FRAME', { name: 'target' }, [box]), kind: 'fill', where: 'filled', shownBy: 'target' }
  ],
  [
    'the rectangle beneath the layers of a frame with a style',
    {
      sketch: layer('FRAME', { name: 'target', fillStyleId: 'S:1' }, [box]),
      kind: 'fill',
      where: 'behind',
      shownBy: expanded
    }
  ],
  [
    'the rectangle beside a layer that is gone',
    {
      sketch: layer('FRAME', { name: 'target' }, [box]),
      kind: 'grow',
      where: 'beside',
      shownBy: expanded,
      meanwhile: ({ figma }) => {
        figma.document.remove(named(figma.document, 'target'))
      }
    }
  ]
]

function hashes({ fills }: DocumentNode): readonly (string | null)[] {
  return fills.flatMap((paint) => (paint.type === 'IMAGE' ? [paint.imageHash] : []))
}

/** A document in which the first image of a run was placed, in a window that is open still. */
async function placed({ sketch, kind, meanwhile }: Case) {
  const opened = openLayers([sketch])
  const placement = placementFor(kind, opened.the('target'))
  meanwhile?.(opened)
  opened.figma.document.changed()
  opened.figma.history.commit()
  const window = openWindow(opened.figma)
  const where = await window.place(placement)
  return { ...opened, placement, window, where, once: opened.figma.document.snapshot() }
}

describe.each(cases)('another image of the same run, on %s', (_name, given) => {
  it('replaces the first: of its paint, the image alone', async () => {
    const { figma, placement, window, where, once } = await placed(given)
    expect(where).toBe(given.where)
    expect(await window.place(placement, { image: otherPng })).toBe('replaced')
    expect(changedFields(once, figma.document)).toEqual([`${given.shownBy}: fills, pluginData`])
    const shown = named(figma.document, given.shownBy)
    const was = once.nodes.get(shown.id)?.fills ?? []
    expect(shown.fills).toEqual(
      was.map((paint) =>
        'imageHash' in paint && paint.imageHash === first ? { ...paint, imageHash: second } : paint
      )
    )
  })

  it('does so in a later run of the plugin, where it is found by what is kept on the layer', async () => {
    const { figma, placement, once } = await placed(given)
    expect(await openWindow(figma).place(placement, { image: otherPng })).toBe('replaced')
    expect(changedFields(once, figma.document)).toEqual([`${given.shownBy}: fills, pluginData`])
  })

  it('is one undo step', async () => {
    const { figma, placement, window, once } = await placed(given)
    await window.place(placement, { image: otherPng })
    expect(figma.history.undo()).toBe(true)
    expect(figma.document.snapshot()).toEqual(once)
  })

  it('changes nothing when it comes again, and is answered the same', async () => {
    const { figma, placement, window, where, once } = await placed(given)
    expect(await window.place(placement)).toBe(where)
    expect(await openWindow(figma).place(placement)).toBe(where)
    expect(changedFields(once, figma.document)).toEqual([])
    await window.place(placement, { image: otherPng })
    const twice = figma.document.snapshot()
    expect(await window.place(placement, { image: otherPng })).toBe('replaced')
    expect(await openWindow(figma).place(placement, { image: otherPng })).toBe('replaced')
    expect(changedFields(twice, figma.document)).toEqual([])
    expect([figma.history.undo(), figma.history.undo(), figma.history.undo()]).toEqual([
      true,
      true,
      given.meanwhile !== undefined
    ])
  })
})

describe('what the designer has done to the paint since', () => {
  it('stays: its opacity, its crop and its place among the fills', async () => {
    const { figma, placement, window } = await placed({
      sketch: layer('FRAME', { name: 'target', fills: [solid()] }),
      kind: 'fill',
      where: 'filled',
      shownBy: 'target'
    })
    const target = named(figma.document, 'target')
    const own = image({ imageHash: first, opacity: 0.4, scaleMode: 'FIT' })
    target.fills = [own, solid()]
    await window.place(placement, { image: otherPng })
    expect(target.fills).toEqual([{ ...own, imageHash: second }, solid()])
  })
})

describe('a run of its own', () => {
  it('goes above the image of another run on the same layer, which stays', async () => {
    const { figma, the, placement, window } = await placed({
      sketch: layer('FRAME', { name: 'target' }),
      kind: 'grow',
      where: 'grown',
      shownBy: 'target'
    })
    const next = placementFor('grow', the('target'))
    expect(await window.place(next, { runId: 'r2', image: otherPng })).toBe('grown')
    expect(hashes(named(figma.document, 'target'))).toEqual([first, second])
    // The first run's own image can be replaced all the same, in this run of the plugin and in a later one.
    expect(await openWindow(figma).place(placement, { image: otherPng })).toBe('replaced')
    expect(hashes(named(figma.document, 'target'))).toEqual([second, second])
  })

  it('that comes to the very same image is placed all the same', async () => {
    const { figma, placement, window } = await placed({
      sketch: layer('FRAME', { name: 'target' }),
      kind: 'fill',
      where: 'filled',
      shownBy: 'target'
    })
    expect(await window.place(placement, { runId: 'r2' })).toBe('filled')
    expect(hashes(named(figma.document, 'target'))).toEqual([first, first])
    // The upper one is the later run's.
    expect(await window.place(placement, { runId: 'r2', image: otherPng })).toBe('replaced')
    expect(hashes(named(figma.document, 'target'))).toEqual([first, second])
  })
})

describe('copies of layers carry the data of the original', () => {
  /** A copy of that layer next to it, as a designer makes it. */
  function duplicate({ figma }: OpenLayers, name: string): DocumentNode {
    const { document } = figma
    const original = named(document, name)
    const copy = document.clone(original)
    const parent = original.parent ?? document.currentPage
    // Beneath the original, where it is found first.
    document.insert(parent, 0, copy)
    document.changed()
    return copy
  }

  test.each(cases.filter(([, { where }]) => where !== 'beside'))(
    '%s: the original alone takes the next image',
    async (_name, given) => {
      const opened = await placed(given)
      const copy = duplicate(opened, given.shownBy)
      const once = opened.figma.document.snapshot()
      expect(await openWindow(opened.figma).place(opened.placement, { image: otherPng })).toBe('replaced')
      expect(hashes(copy)).toContain(first)
      expect(changedFields(once, opened.figma.document)).toEqual([`${given.shownBy}: fills, pluginData`])
    }
  )

  it('a copy that is expanded itself gets an image of its own', async () => {
    const opened = await placed({
      sketch: layer('FRAME', { name: 'target' }),
      kind: 'grow',
      where: 'grown',
      shownBy: 'target'
    })
    const copy = duplicate(opened, 'target')
    const original = hashes(named(opened.figma.document, 'target'))
    const placement = placementFor('grow', opened.figma.layer(copy.id))
    expect(await openWindow(opened.figma).place(placement, { runId: 'r2', image: otherPng })).toBe('grown')
    expect(hashes(copy)).toEqual([first, second])
    expect(original).toEqual([first])
  })

  it('a copy without the paint takes nothing for it', async () => {
    const opened = await placed({
      sketch: layer('FRAME', { name: 'target' }),
      kind: 'fill',
      where: 'filled',
      shownBy: 'target'
    })
    const copy = duplicate(opened, 'target')
    copy.fills = []
    const placement = placementFor('fill', opened.figma.layer(copy.id))
    expect(await openWindow(opened.figma).place(placement)).toBe('filled')
    expect(hashes(copy)).toEqual([first])
  })
})

describe('what is kept on a layer is not trusted', () => {
  const recipe = { version: 1 }
  const run = { runId: 'r1', layerId: '1:2', imageHash: first, where: 'grown', tasks: [], recipe }
  test.each([
    ['no JSON', 'nonsense'],
    ['the recipe alone of an earlier version', JSON.stringify({ version: 1, mode: 'sides', prompt: '' })],
    ['JSON of another shape', '{"runs":5}'],
    ['a run of another shape', JSON.stringify({ runs: [{ runId: 'r1', imageHash: first }] })],
    ['a run with a broken recipe', JSON.stringify({ runs: [run] })],
    ['a number', '7'],
    ['null', 'null']
  ])('%s', async (_name, text) => {
    const { figma, the } = openLayers([
      layer('FRAME', { name: 'target', fills: [image({ imageHash: first })] })
    ])
    figma.document.images.set(first, tinyPng)
    const target = named(figma.document, 'target')
    target.pluginData = { recipe: text }
    expect(await openWindow(figma).place(placementFor('fill', the('target')))).toBe('filled')
    expect(hashes(target)).toEqual([first, first])
  })
})

describe('what was undone is placed anew', () => {
  it.each(['grow', 'behind', 'fill'] as const)('%s', async (kind) => {
    const { figma, the } = openLayers([layer('FRAME', { name: 'target' }, [box])])
    const placement = placementFor(kind, the('target'))
    const window = openWindow(figma)
    const where = await window.place(placement)
    const once = figma.document.snapshot()
    figma.history.undo()
    expect(await window.place(placement)).toBe(where)
    expect(figma.document.snapshot().nodes.size).toBe(once.nodes.size)
  })
})
