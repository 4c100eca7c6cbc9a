import { describe, expect, it, test } from 'vitest'
import type { DocumentNode } from '../../../playground/testing/document'
import type { Payload } from '../../../src/bridge/protocol'
import type { Placement } from '../../../src/core/expansion/placement'
import { layer, named, type Sketch } from '../../playground/document/build-document'
import { changedFields } from '../support/changed-fields'
import { gradient, image, type OpenLayers, openLayers, solid } from '../support/open-layers'
import { placementFor } from '../support/placement-for'
import { openWindow, type PluginWindow } from '../support/plugin-window'
import { otherPng } from '../support/tiny-png'

const photo = layer('RECTANGLE', { name: 'photo', x: 5, y: 6, width: 50, height: 40 })
const hug = { layoutMode: 'VERTICAL', primaryAxisSizingMode: 'AUTO', counterAxisSizingMode: 'AUTO' } as const

type Found = Payload<'images-changed'>[number]

const there = (where: string, variant = 1, runId = 'r1'): object => ({ kind: 'there', runId, variant, where })
const gone = (isBack: boolean, runId = 'r1'): Found => ({ kind: 'gone', runId, isBack })

interface Opened extends OpenLayers {
  readonly window: PluginWindow
  readonly change: (action: (target: DocumentNode) => void) => void
}

function open(...sketches: readonly Sketch[]): Opened {
  const opened = openLayers(sketches)
  const { document, history } = opened.figma
  return {
    ...opened,
    window: openWindow(opened.figma),
    change: (action) => {
      action(named(document, 'target'))
      document.changed()
      history.commit()
    }
  }
}

interface Kind {
  readonly sketches: readonly Sketch[]
  readonly placement: (opened: Opened) => Placement
  readonly where: string
  /** Whether undo makes the layer that was meant what it was. */
  readonly isBack: boolean
  /** What comes before the placing. */
  readonly before?: (opened: Opened, placement: Placement) => unknown
}

const grow = (opened: Opened): Placement => placementFor('grow', opened.the('target'))
const behind = (opened: Opened): Placement => placementFor('behind', opened.the('target'))
const fill = (opened: Opened): Placement => placementFor('fill', opened.the('target'))

const kinds: Readonly<Record<string, Kind>> = {
  'a fill of a frame that grew': {
    sketches: [layer('FRAME', { name: 'target', fills: [solid()] }, [photo])],
    placement: grow,
    where: 'grown',
    isBack: true
  },
  'a fill of a frame that hugs its layers': {
    sketches: [layer('FRAME', { name: 'target', ...hug }, [photo])],
    placement: grow,
    where: 'grown',
    isBack: true
  },
  'a fill of a shape, beneath its gradient': {
    sketches: [
      layer('ELLIPSE', {
        name: 'target',
        fills: [
          image(),
          gradient([
            [1, 0, 0],
            [0, 1, 0]
          ])
        ]
      })
    ],
    placement: grow,
    where: 'grown',
    isBack: true
  },
  'a fill of a filled frame': {
    sketches: [layer('FRAME', { name: 'target' }, [photo])],
    placement: fill,
    where: 'filled',
    isBack: true
  },
  'a fill of an instance': {
    sketches: [layer('INSTANCE', { name: 'target' }, [photo])],
    placement: fill,
    where: 'filled',
    isBack: true
  },
  'a new layer behind text': {
    sketches: [layer('TEXT', { name: 'target', characters: 'a' })],
    placement: behind,
    where: 'behind',
    isBack: true
  },
  'a new layer beneath all of a frame with a fill style': {
    sketches: [layer('FRAME', { name: 'target', fillStyleId: 'S:1' }, [photo])],
    placement: fill,
    where: 'behind',
    isBack: true
  },
  'a fill of a frame that was resized meanwhile': {
    sketches: [layer('FRAME', { name: 'target', fills: [solid()] }, [photo])],
    placement: grow,
    where: 'changed-meanwhile',
    isBack: true,
    before: ({ change }) => {
      change((target) => {
        target.width += 7
      })
    }
  },
  'in the place of one that was kept': {
    sketches: [layer('FRAME', { name: 'target', fills: [solid()] }, [photo])],
    placement: grow,
    where: 'replaced',
    isBack: true,
    before: async ({ window }, placement) => {
      await window.place(placement, { image: otherPng, variant: 9 })
      await window.keep('r1', 9)
    }
  },
  'a new layer beside one that was removed': {
    sketches: [layer('FRAME', { name: 'target' }, [photo])],
    placement: grow,
    where: 'beside',
    isBack: false,
    before: ({ change, figma }) => {
      change((target) => {
        figma.document.remove(target)
      })
    }
  },
  'a linked image': {
    sketches: [layer('FRAME', { name: 'target' })],
    placement: () => ({ kind: 'view', name: 'coffee.png' }),
    where: 'in-view',
    isBack: false
  }
}

describe.each(Object.entries(kinds))('%s', (_name, { sketches, placement, where, isBack, before }) => {
  async function placed(): Promise<Opened & { readonly order: Placement }> {
    const opened = open(...sketches)
    const order = placement(opened)
    await before?.(opened, order)
    expect(await opened.window.place(order)).toBe(where)
    return { ...opened, order }
  }

  it('is told of when it goes by undo and comes back by redo', async () => {
    const { window, figma } = await placed()
    expect(await window.look()).toEqual([there(where)])
    figma.history.undo()
    expect(await window.look()).toEqual([gone(isBack)])
    figma.history.redo()
    expect(await window.look()).toEqual([there(where)])
    expect(figma.defects).toEqual([])
  })

  it('is placed again after undo as it was the first time, in one undo step', async () => {
    const { window, figma, order } = await placed()
    const first = figma.document.snapshot()
    figma.history.undo()
    const undone = figma.document.snapshot()
    await window.look()
    expect(await window.place(order)).toBe(where)
    expect(await window.look()).toEqual([there(where)])
    const again = figma.document.snapshot()
    expect(again.nodes.size).toBe(first.nodes.size)
    for (const [id, node] of first.nodes) {
      const other = again.nodes.get(id)
      if (other !== undefined) {
        expect([other.width, other.height, other.fills]).toEqual([node.width, node.height, node.fills])
      }
    }
    figma.history.undo()
    expect(changedFields(undone, figma.document)).toEqual([])
  })

  it('is not kept once it is gone, and nothing is changed', async () => {
    const { window, figma } = await placed()
    figma.history.undo()
    const undone = figma.document.snapshot()
    expect(await window.keep()).toBe('not there')
    expect(changedFields(undone, figma.document)).toEqual([])
    figma.history.redo()
    expect(await window.keep()).toBe('kept')
  })
})

describe('an image that is placed apart', () => {
  it('is told of when it goes by undo and comes back by redo', async () => {
    const { window, figma } = open(layer('FRAME', { name: 'target' }))
    expect(window.placeApart()).toBe('apart')
    expect(await window.look()).toEqual([there('apart')])
    figma.history.undo()
    expect(await window.look()).toEqual([gone(false)])
    figma.history.redo()
    expect(await window.look()).toEqual([there('apart')])
    expect(await window.keep()).toBe('kept')
  })
})

describe('what a designer does by hand', () => {
  const frame = layer('FRAME', { name: 'target', fills: [solid()] }, [photo])
  const isImage = (paint: Paint): boolean => paint.type === 'IMAGE'
  const onImage =
    (edit: (paint: Paint) => Paint) =>
    (target: DocumentNode): void => {
      target.fills = target.fills.map((paint) => (isImage(paint) ? edit(paint) : paint))
    }

  test.each<readonly [string, (target: DocumentNode) => void]>([
    [
      'crops it',
      onImage((paint) => ({
        ...paint,
        imageTransform: [
          [0.5, 0, 0.1],
          [0, 0.5, 0.2]
        ]
      }))
    ],
    ['sets its filters', onImage((paint) => ({ ...paint, filters: { exposure: 0.4 } }))],
    ['chooses another scale mode', onImage((paint) => ({ ...paint, scaleMode: 'TILE' }))],
    ['makes it see-through', onImage((paint) => ({ ...paint, opacity: 0.2 }))],
    ['hides it', onImage((paint) => ({ ...paint, visible: false }))],
    [
      'paints over it',
      (target) => {
        target.fills = [...target.fills, solid()]
      }
    ],
    [
      'resizes, moves and renames its layer',
      (target) => {
        target.width += 30
        target.relativeTransform = [
          [1, 0, 300],
          [0, 1, 400]
        ]
        target.name = 'other'
      }
    ]
  ])('leaves the image there where the designer %s', async (_name, edit) => {
    const opened = open(frame)
    await opened.window.place(grow(opened))
    await opened.window.look()
    opened.change(edit)
    expect(await opened.window.look()).toEqual([])
  })

  it('is told of as the image alone that is gone, where its fill was removed', async () => {
    const opened = open(frame)
    await opened.window.place(grow(opened))
    opened.change((target) => {
      target.fills = target.fills.filter((paint) => !isImage(paint))
    })
    expect(await opened.window.look()).toEqual([gone(false)])
  })

  it.each(['a fill of a frame that grew', 'a new layer behind text'])(
    'is told of where the layer of the image is deleted, and the image is placed as for the first time: %s',
    async (kind) => {
      const opened = open(kindOf(kind))
      const { window, figma } = opened
      const order = kinds[kind]?.placement(opened) ?? grow(opened)
      await window.place(order)
      await window.look()
      const target = named(figma.document, 'target')
      figma.document.remove(order.kind === 'grow' ? target : named(figma.document, 'Expanded image'))
      figma.document.changed()
      figma.history.commit()
      expect(await window.look()).toEqual([gone(order.kind !== 'grow')])
      const where = order.kind === 'grow' ? 'beside' : 'behind'
      expect(await window.place(order)).toBe(where)
      expect(await window.look()).toEqual([there(where)])
      figma.history.undo()
      expect(await window.look()).toEqual([gone(order.kind !== 'grow')])
      figma.history.undo()
      // The first one is there again: it is that one which the card speaks of.
      expect(await window.look()).toEqual([there(order.kind === 'grow' ? 'grown' : 'behind')])
      expect(window.takeBack()).toBe('whole')
    }
  )

  function kindOf(name: string): Sketch {
    return kinds[name]?.sketches[0] ?? frame
  }
})

describe('the images of a run', () => {
  it.each([
    ['on a layer that keeps the plugin’s data', 'FRAME'],
    ['on one that does not', 'INSTANCE']
  ] as const)('are told of as the one that is there: %s', async (_name, type) => {
    const opened = open(layer(type, { name: 'target' }, [photo]))
    const { window, figma } = opened
    const before = figma.document.snapshot()
    const order = fill(opened)
    await window.place(order)
    await window.place(order, { image: otherPng, variant: 2 })
    expect(await window.look()).toEqual([there('replaced', 2)])
    figma.history.undo()
    expect(await window.keep('r1', 2)).toBe('not there')
    figma.history.redo()
    expect(await window.look()).toEqual([there('replaced', 2)])
    figma.history.undo()
    expect(await window.look()).toEqual([there('filled')])
    expect(window.takeBack()).toBe('whole')
    expect(changedFields(before, figma.document)).toEqual([])
  })

  it('are told of as gone once all are undone', async () => {
    const opened = open(layer('FRAME', { name: 'target' }, [photo]))
    const { window, figma } = opened
    const order = grow(opened)
    await window.place(order)
    await window.place(order, { image: otherPng, variant: 2 })
    figma.history.undo()
    figma.history.undo()
    expect(await window.look()).toEqual([gone(true)])
    figma.history.redo()
    expect(await window.look()).toEqual([there('grown')])
    figma.history.redo()
    expect(await window.look()).toEqual([there('replaced', 2)])
  })
})

describe('only open cards are looked for', () => {
  it('each by itself, where several are open', async () => {
    const opened = open(layer('FRAME', { name: 'target' }, [photo]), layer('FRAME', { name: 'next', x: 500 }))
    const { window, figma, the } = opened
    await window.place(grow(opened))
    await window.place(placementFor('grow', the('next')), { runId: 'r2', image: otherPng })
    expect(await window.look()).toEqual([there('grown'), there('grown', 1, 'r2')])
    figma.history.undo()
    expect(await window.look()).toEqual([gone(true, 'r2')])
    figma.history.undo()
    expect(await window.look()).toEqual([gone(true)])
    expect(await window.look()).toEqual([])
  })

  it.each<readonly [string, (window: PluginWindow) => unknown]>([
    ['kept', (window) => window.keep()],
    ['taken back', (window) => window.takeBack()],
    [
      'dismissed',
      (window) => {
        window.forget()
      }
    ]
  ])('no more once it is %s', async (_name, decide) => {
    const opened = open(layer('FRAME', { name: 'target' }, [photo]))
    const { window, figma } = opened
    await window.place(grow(opened))
    await window.look()
    await decide(window)
    figma.history.undo()
    expect(await window.look()).toEqual([])
    expect(window.session.cards.size).toBe(0)
  })

  it('an image that an earlier run of the plugin has placed, where it is found there', async () => {
    const opened = open(layer('FRAME', { name: 'target' }, [photo]))
    await opened.window.place(grow(opened))
    const window = openWindow(opened.figma)
    expect(await window.place(grow(opened))).toBe('grown')
    expect(await window.look()).toEqual([there('grown')])
    opened.figma.history.undo()
    expect(await window.look()).toEqual([gone(false)])
  })

  it('not at the original: the image that is hidden for it is there', async () => {
    for (const { sketches, placement } of Object.values(kinds)) {
      const opened = open(...sketches)
      await opened.window.place(placement(opened))
      await opened.window.look()
      opened.window.showOriginal(true)
      expect(await opened.window.look()).toEqual([])
      opened.window.showOriginal(false)
      expect(await opened.window.look()).toEqual([])
    }
  })
})
