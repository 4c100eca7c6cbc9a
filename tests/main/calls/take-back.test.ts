import { describe, expect, it, test } from 'vitest'
import { type DocumentNode, sha1 } from '../../../playground/testing/document'
import type { LayerPlacement } from '../../../src/core/expansion/placement'
import { layer, named, type Sketch } from '../../playground/document/build-document'
import { changedFields } from '../support/changed-fields'
import { gradient, image, type OpenLayers, openLayers, solid } from '../support/open-layers'
import { placementFor, sampleInsets } from '../support/placement-for'
import { openWindow, type PluginWindow } from '../support/plugin-window'
import { type Corners, cornersOn, distance, lookAt, ownCorners } from '../support/seen-layers'
import { otherPng, tinyPng } from '../support/tiny-png'

/** Adding and taking away the same may differ by this, px. */
const noise = 1e-9

const box = layer('RECTANGLE', { name: 'box', x: 5, y: 6, width: 50, height: 40 })
const turned: Transform = [
  [0.6, -0.8, 50],
  [0.8, 0.6, 20]
]
const hug = { layoutMode: 'VERTICAL', primaryAxisSizingMode: 'AUTO', counterAxisSizingMode: 'AUTO' } as const
const fixed = { layoutMode: 'HORIZONTAL', width: 300, height: 100, primaryAxisSizingMode: 'FIXED' } as const
const padding = { paddingTop: 1, paddingRight: 2, paddingBottom: 3, paddingLeft: 4 } as const
const slope: Transform = [
  [0.5, 0.2, 0.1],
  [-0.3, 1, 0]
]

interface Placed extends OpenLayers {
  readonly window: PluginWindow
  readonly target: DocumentNode
  readonly before: ReturnType<DocumentSnapshot>
  readonly after: ReturnType<DocumentSnapshot>
}

type DocumentSnapshot = OpenLayers['figma']['document']['snapshot']

/** Places the image of the run `r1` at the layer called `target`. */
async function placed(
  sketch: Sketch,
  kind: LayerPlacement['kind'] = 'grow',
  expected = { grow: 'grown', behind: 'behind', fill: 'filled' }[kind]
): Promise<Placed> {
  const opened = openLayers([sketch])
  const { document } = opened.figma
  const before = document.snapshot()
  const window = openWindow(opened.figma)
  const where = await window.place(placementFor(kind, opened.the('target')))
  expect(where).toBe(expected)
  return { ...opened, window, target: named(document, 'target'), before, after: document.snapshot() }
}

function change({ figma }: OpenLayers, action: () => void): void {
  action()
  figma.document.changed()
  figma.history.commit()
}

describe('an image that is taken back leaves the layer as it was, in one undo step', () => {
  test.each<readonly [string, Sketch, LayerPlacement['kind'], string]>([
    ['a frame that grew', layer('FRAME', { name: 'target', fills: [solid()] }, [box]), 'grow', 'grown'],
    ['a shape that grew', layer('STAR', { name: 'target', fills: [image()] }), 'grow', 'grown'],
    [
      'one that is turned',
      layer('FRAME', { name: 'target', relativeTransform: turned }, [box]),
      'grow',
      'grown'
    ],
    [
      'one in a turned frame',
      layer('FRAME', { name: 'around', relativeTransform: turned }, [
        layer('FRAME', { name: 'target', x: 30 }, [box])
      ]),
      'grow',
      'grown'
    ],
    [
      'one in a group',
      layer('GROUP', { name: 'group' }, [layer('RECTANGLE', { name: 'target', width: 90 }), box]),
      'grow',
      'grown'
    ],
    [
      'one with groups and turned layers in it',
      layer('FRAME', { name: 'target' }, [
        layer('GROUP', { name: 'group' }, [box]),
        layer('RECTANGLE', { name: 'turned', relativeTransform: turned })
      ]),
      'grow',
      'grown'
    ],
    [
      'one that hugs its layers',
      layer('FRAME', { name: 'target', ...hug, ...padding }, [box]),
      'grow',
      'grown'
    ],
    ['one of fixed size', layer('FRAME', { name: 'target', ...fixed, ...padding }, [box]), 'grow', 'grown'],
    [
      'one with a layer that fills it',
      layer('FRAME', { name: 'target', ...fixed }, [
        box,
        layer('RECTANGLE', { name: 'filling', layoutGrow: 1, width: 50, height: 40 })
      ]),
      'grow',
      'grown'
    ],
    [
      'one with an absolute layer that would be stretched',
      layer('FRAME', { name: 'target', ...hug }, [
        box,
        layer('RECTANGLE', {
          name: 'free',
          layoutPositioning: 'ABSOLUTE',
          constraints: { horizontal: 'STRETCH', vertical: 'SCALE' }
        })
      ]),
      'grow',
      'grown'
    ],
    [
      'one that hugs, held by its minimum',
      layer('FRAME', { name: 'target', ...hug, minWidth: 200, minHeight: 150 }, [box]),
      'grow',
      'grown'
    ],
    [
      'one with a gradient above its image',
      layer('RECTANGLE', { name: 'target', fills: [image(), gradient(slope), solid({ opacity: 0.5 })] }),
      'grow',
      'grown'
    ],
    ['the rectangle behind a text', layer('TEXT', { name: 'target', characters: 'a' }), 'behind', 'behind'],
    [
      'the rectangle behind a layer in auto layout',
      layer('FRAME', { name: 'row', ...fixed }, [layer('TEXT', { name: 'target', characters: 'a' }), box]),
      'behind',
      'behind'
    ],
    [
      'a frame that was filled',
      layer('FRAME', { name: 'target', fills: [solid()] }, [box]),
      'fill',
      'filled'
    ],
    [
      'the rectangle beneath the layers of a frame',
      layer('FRAME', { name: 'target', fillStyleId: 'S:1' }, [box]),
      'fill',
      'behind'
    ]
  ])('%s', async (_name, sketch, kind, where) => {
    const { figma, window, before, after } = await placed(sketch, kind, where)
    expect(window.takeBack()).toBe('whole')
    expect(changedFields(before, figma.document, noise)).toEqual([])
    expect([figma.history.undo(), changedFields(after, figma.document)]).toEqual([true, []])
    expect([figma.history.undo(), changedFields(before, figma.document)]).toEqual([true, []])
    expect(figma.history.undo()).toBe(false)
  })

  it('is a step apart from what was done before it', async () => {
    const opened = await placed(layer('FRAME', { name: 'target' }, [box]))
    const { document, history } = opened.figma
    document.currentPage.name = 'later'
    const later = document.snapshot()
    opened.window.takeBack()
    history.undo()
    expect(changedFields(later, document)).toEqual([])
  })
})

describe('a layer that was changed since is made smaller where it is now', () => {
  /** Where the old box of the target is, as of now. */
  function oldBox({ figma, target }: Placed): Corners {
    const seen = lookAt(figma.document).layers.get(target.id)
    if (seen === undefined) {
      throw new Error('the target is gone')
    }
    const { left, top, right, bottom } = sampleInsets
    const { width, height } = seen.record
    return cornersOn(seen.absolute, left, top, width - right, height - bottom)
  }

  test.each<readonly [string, Sketch, (placed: Placed) => void]>([
    [
      'moved',
      layer('FRAME', { name: 'target' }, [box]),
      ({ target }) => {
        target.relativeTransform = [
          [1, 0, 700],
          [0, 1, -300]
        ]
      }
    ],
    [
      'moved and turned',
      layer('FRAME', { name: 'target', ...hug }, [box]),
      ({ target }) => {
        target.relativeTransform = turned
      }
    ],
    [
      'with a layer that was moved',
      layer('FRAME', { name: 'target' }, [box]),
      ({ figma }) => {
        named(figma.document, 'box').relativeTransform = turned
      }
    ],
    [
      'with a layer that was added',
      layer('FRAME', { name: 'target' }, [box]),
      ({ figma, target }) => {
        const added = figma.document.createNode('ELLIPSE')
        figma.document.insert(target, 0, added)
      }
    ],
    [
      'with a layer that was removed',
      layer('FRAME', { name: 'target' }, [box]),
      ({ figma }) => {
        figma.document.remove(named(figma.document, 'box'))
      }
    ],
    [
      'in another frame by now',
      layer('FRAME', { name: 'around', relativeTransform: turned }, [
        layer('FRAME', { name: 'target' }, [box]),
        layer('FRAME', { name: 'other', x: 80, y: 90 })
      ]),
      ({ figma, target }) => {
        figma.document.insert(named(figma.document, 'other'), 0, target)
      }
    ]
  ])('%s', async (_name, sketch, edit) => {
    const given = await placed(sketch)
    const { figma, target } = given
    change(given, () => {
      edit(given)
    })
    const expected = oldBox(given)
    const was = lookAt(figma.document)
    expect(given.window.takeBack()).toBe('whole')
    const now = lookAt(figma.document)
    for (const [id, seen] of now.layers) {
      const corners = id === target.id ? expected : ownCorners(was.layers.get(id) ?? seen)
      expect(distance(ownCorners(seen), corners), seen.record.name).toBeLessThan(0.01)
    }
    expect(target.fills).toEqual(given.before.nodes.get(target.id)?.fills)
  })
})

describe('a layer that growing does not account for any more keeps what it is, without the image', () => {
  test.each<readonly [string, Sketch, (placed: Placed) => void]>([
    [
      'resized',
      layer('FRAME', { name: 'target', fills: [image(), gradient(slope)] }, [box]),
      ({ target }) => {
        target.width += 1
      }
    ],
    [
      'with more in it than it hugged',
      layer('FRAME', { name: 'target', ...hug }, [box]),
      ({ figma, target }) => {
        figma.document.insert(target, 0, figma.document.createNode('ELLIPSE'))
      }
    ],
    [
      'with another padding, of the same size',
      layer('FRAME', { name: 'target', ...fixed, ...padding }, [box]),
      ({ target }) => {
        target.paddingRight = 0
      }
    ],
    [
      'in auto layout by now',
      layer('FRAME', { name: 'row', ...fixed }, [
        layer('FRAME', { name: 'target', layoutPositioning: 'ABSOLUTE' }, [box])
      ]),
      ({ target }) => {
        target.layoutPositioning = 'AUTO'
      }
    ],
    [
      'with a minimum size by now',
      layer('FRAME', { name: 'target', ...fixed }, [box]),
      ({ target }) => {
        target.minWidth = 400
      }
    ]
  ])('%s', async (_name, sketch, edit) => {
    const given = await placed(sketch)
    const { figma, target, window } = given
    change(given, () => {
      edit(given)
    })
    const was = figma.document.snapshot()
    const others = target.fills.filter(
      (paint) => !('imageHash' in paint && paint.imageHash === sha1(tinyPng))
    )
    expect(window.takeBack()).toBe('image-only')
    expect(changedFields(was, figma.document, noise)).toEqual(['target: fills, pluginData, relaunchData'])
    expect(target.fills).toEqual(others)
    expect(figma.history.undo()).toBe(true)
    expect(changedFields(was, figma.document)).toEqual([])
  })
})

describe('the fills of another editor stay', () => {
  const sketch = layer('RECTANGLE', { name: 'target', fills: [image(), gradient(slope), gradient(turned)] })
  const theirs = solid({ opacity: 0.3 })

  it('a fill that they added, among those that go back', async () => {
    const given = await placed(sketch)
    change(given, () => {
      given.target.fills = [theirs, ...given.target.fills]
    })
    expect(given.window.takeBack()).toBe('whole')
    expect(given.target.fills).toEqual([theirs, ...(given.before.nodes.get(given.target.id)?.fills ?? [])])
  })

  it('a gradient that they changed, beside one that goes back', async () => {
    const given = await placed(sketch)
    const changed = gradient([
      [1, 0, 0],
      [0, 1, 0.5]
    ])
    change(given, () => {
      given.target.fills = given.target.fills.map((paint, at) => (at === 2 ? changed : paint))
    })
    expect(given.window.takeBack()).toBe('whole')
    expect(given.target.fills).toEqual([image(), changed, gradient(turned)])
  })

  it('a fill on the rectangle behind, which stays for it', async () => {
    const given = await placed(layer('TEXT', { name: 'target', characters: 'a' }), 'behind')
    const rectangle = named(given.figma.document, 'Expanded image')
    change(given, () => {
      rectangle.fills = [...rectangle.fills, theirs]
    })
    expect(given.window.takeBack()).toBe('image-only')
    expect(rectangle).toMatchObject({ removed: false, fills: [theirs], pluginData: {}, relaunchData: {} })
  })
})

describe('what somebody has taken away already', () => {
  it('the image alone: a layer that is still as it grew is made what it was', async () => {
    const given = await placed(layer('FRAME', { name: 'target', fills: [solid()] }, [box]))
    change(given, () => {
      given.target.fills = [solid()]
    })
    expect(given.window.takeBack()).toBe('whole')
    expect(changedFields(given.before, given.figma.document, noise)).toEqual([])
  })

  test.each<readonly [string, Sketch, LayerPlacement['kind'], (placed: Placed) => void]>([
    [
      'everything, by undo',
      layer('FRAME', { name: 'target' }, [box]),
      'grow',
      ({ figma }) => {
        figma.history.undo()
      }
    ],
    [
      'everything, by undo, and then it was made as large by hand',
      layer('FRAME', { name: 'target' }, [box]),
      'grow',
      ({ figma, target, after }) => {
        figma.history.undo()
        target.width = after.nodes.get(target.id)?.width ?? 0
        target.height = after.nodes.get(target.id)?.height ?? 0
      }
    ],
    [
      'the layer',
      layer('FRAME', { name: 'target' }, [box]),
      'grow',
      ({ figma, target }) => {
        figma.document.remove(target)
      }
    ],
    [
      'the image, and the size that it grew to',
      layer('FRAME', { name: 'target' }, [box]),
      'grow',
      ({ target }) => {
        target.fills = []
        target.width = 10
      }
    ],
    [
      'the image of a frame that was filled',
      layer('FRAME', { name: 'target' }, [box]),
      'fill',
      ({ target }) => {
        target.fills = []
      }
    ],
    [
      'the rectangle behind',
      layer('TEXT', { name: 'target', characters: 'a' }),
      'behind',
      ({ figma }) => {
        figma.document.remove(named(figma.document, 'Expanded image'))
      }
    ],
    [
      'the image in the rectangle behind',
      layer('TEXT', { name: 'target', characters: 'a' }),
      'behind',
      ({ figma }) => {
        named(figma.document, 'Expanded image').fills = [solid()]
      }
    ]
  ])('%s: nothing is changed', async (_name, sketch, kind, edit) => {
    const given = await placed(sketch, kind)
    change(given, () => {
      edit(given)
    })
    const was = given.figma.document.snapshot()
    expect(given.window.takeBack()).toBe('gone')
    expect(changedFields(was, given.figma.document)).toEqual([])
  })

  it('the layer, but not the rectangle behind it, which goes', async () => {
    const given = await placed(layer('TEXT', { name: 'target', characters: 'a' }), 'behind')
    change(given, () => {
      given.figma.document.remove(given.target)
    })
    expect(given.window.takeBack()).toBe('whole')
    expect(given.figma.document.currentPage.children).toEqual([])
  })

  it('once: a second time there is nothing to take back, unless the first was undone', async () => {
    const { figma, window, before } = await placed(layer('FRAME', { name: 'target' }, [box]))
    expect([window.takeBack(), window.takeBack()]).toEqual(['whole', 'gone'])
    figma.history.undo()
    expect(window.takeBack()).toBe('whole')
    expect(changedFields(before, figma.document, noise)).toEqual([])
  })
})

describe('only what this window has placed', () => {
  it('a run that nobody has placed, or another run of the plugin, is none of it', async () => {
    const given = await placed(layer('FRAME', { name: 'target' }, [box]))
    expect([given.window.takeBack('r9'), openWindow(given.figma).takeBack()]).toEqual(['gone', 'gone'])
    expect(changedFields(given.after, given.figma.document)).toEqual([])
  })

  it.each(['grow', 'behind', 'fill'] as const)(
    'an image that took the place of one of an earlier run of the plugin, which is there again: %s',
    async (kind) => {
      const given = await placed(layer('FRAME', { name: 'target' }, [box]), kind)
      const window = openWindow(given.figma)
      await window.place(placementFor(kind, given.the('target')), { image: otherPng })
      expect(window.takeBack()).toBe('whole')
      expect(changedFields(given.after, given.figma.document)).toEqual([])
    }
  )

  it.each(['grow', 'behind', 'fill'] as const)(
    'an image that took the place of one that it was decided to keep, which is there again: %s',
    async (kind) => {
      const { figma, the, window, after } = await placed(layer('FRAME', { name: 'target' }, [box]), kind)
      await window.keep()
      await window.place(placementFor(kind, the('target')), { image: otherPng })
      expect(window.takeBack()).toBe('whole')
      expect(changedFields(after, figma.document)).toEqual([])
    }
  )

  it('an image that took the place of one of this window: the layer is as it was before both', async () => {
    const { figma, the, window, before } = await placed(layer('FRAME', { name: 'target', ...hug }, [box]))
    await window.place(placementFor('grow', the('target')), { image: otherPng })
    expect(window.takeBack()).toBe('whole')
    expect(changedFields(before, figma.document, noise)).toEqual([])
  })

  it.each(['grow', 'behind', 'fill'] as const)('and it can be placed anew: %s', async (kind) => {
    const opened = openLayers([layer('FRAME', { name: 'target' }, [box])])
    const placement = placementFor(kind, opened.the('target'))
    const window = openWindow(opened.figma)
    const where = await window.place(placement)
    const after = lookAt(opened.figma.document)
    window.takeBack()
    expect(await window.place(placement)).toBe(where)
    const again = lookAt(opened.figma.document)
    expect([...again.layers.values()].map(({ absolute }) => absolute)).toEqual(
      [...after.layers.values()].map(({ absolute }) => absolute)
    )
    expect(window.takeBack()).toBe('whole')
  })
})

describe('what the plugin keeps on the layer', () => {
  it('is what it was: of another run, and the button', async () => {
    const given = await placed(layer('FRAME', { name: 'target' }, [box]))
    const next = placementFor('grow', given.the('target'))
    await given.window.place(next, { runId: 'r2', image: otherPng })
    expect(given.window.takeBack('r2')).toBe('whole')
    expect(changedFields(given.after, given.figma.document, noise)).toEqual([])
    expect(given.target.relaunchData).toEqual({ expandAgain: '' })
    expect(given.window.takeBack()).toBe('whole')
    expect(changedFields(given.before, given.figma.document, noise)).toEqual([])
  })

  it('is what it was though it was none of it', async () => {
    const pluginData = { recipe: 'nonsense', other: 'kept' }
    const { figma, window, before } = await placed(layer('FRAME', { name: 'target', pluginData }, [box]))
    expect(window.takeBack()).toBe('whole')
    expect(changedFields(before, figma.document, noise)).toEqual([])
  })

  it('of the other run stays, whichever is taken back first', async () => {
    const given = await placed(layer('FRAME', { name: 'target' }, [box]))
    const next = placementFor('grow', given.the('target'))
    await given.window.place(next, { runId: 'r2', image: otherPng })
    // The layer has grown on since: this is not the size that the first run gave it.
    expect(given.window.takeBack('r1')).toBe('image-only')
    expect(given.target.pluginData['recipe']).toContain('"r2"')
    expect(given.window.takeBack('r2')).toBe('whole')
  })
})

describe('where the platform refuses', () => {
  it('everything is as before, and it is said', async () => {
    const given = await placed(layer('FRAME', { name: 'target', ...hug }, [box]))
    change(given, () => {
      // Fills with an image that the file has not can be read, and not set.
      given.target.fills = [image({ imageHash: 'f'.repeat(40) }), ...given.target.fills]
    })
    const was = given.figma.document.snapshot()
    expect(given.window.takeBack()).toBe('cannot-write: in set_fills: Invalid SHA1 hash')
    expect(changedFields(was, given.figma.document, noise)).toEqual([])
  })
})
