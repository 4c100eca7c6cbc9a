import { describe, expect, it, test } from 'vitest'
import { sha1 } from '../../../playground/testing/document'
import type { LayerPlacement } from '../../../src/core/expansion/placement'
import { layer, named, type Sketch } from '../../playground/document/build-document'
import { checkBehind, checkFilled, checkGrown } from '../support/check-placement'
import type { Verdict } from '../support/compare-layers'
import { gradient, image, type OpenLayers, openLayers, solid } from '../support/open-layers'
import { placementFor, sampleInsets } from '../support/placement-for'
import { openWindow } from '../support/plugin-window'
import { lookAt } from '../support/seen-layers'
import { tinyPng } from '../support/tiny-png'

const insets = sampleInsets
const imageHash = sha1(tinyPng)
const row = { name: 'target', layoutMode: 'HORIZONTAL', width: 300, height: 100, fills: [image()] } as const
const fixed = { primaryAxisSizingMode: 'FIXED', counterAxisSizingMode: 'FIXED' } as const
const hug = { primaryAxisSizingMode: 'AUTO', counterAxisSizingMode: 'AUTO' } as const
const box = layer('RECTANGLE', { name: 'box', width: 50, height: 40 })
/** Its content reaches from 10 px inside of one edge to 10 px inside of the other. */
const filling = layer('FRAME', { name: 'filling', layoutGrow: 1, width: 60, height: 40 }, [
  layer('RECTANGLE', {
    name: 'stretched',
    x: 10,
    width: 40,
    height: 20,
    constraints: { horizontal: 'STRETCH', vertical: 'MIN' }
  })
])

/** Places at the layer called `target`, and checks where everything is afterwards. */
async function placeAtTarget(
  kind: LayerPlacement['kind'],
  { figma, the }: OpenLayers
): Promise<{ readonly where: string; readonly verdict: Verdict }> {
  const before = lookAt(figma.document)
  const placement = placementFor(kind, the('target'))
  const where = await openWindow(figma).place(placement)
  const placed = { before, after: lookAt(figma.document), targetId: placement.nodeId, imageHash }
  const verdict =
    where === 'grown'
      ? checkGrown(placed, insets, 'images')
      : where === 'behind' && kind !== 'fill'
        ? checkBehind(placed, insets)
        : checkFilled(placed)
  return { where, verdict }
}

describe('a frame with auto layout grows, and its layers stay', () => {
  test.each<readonly [string, Sketch]>([
    ['hugging its content', layer('FRAME', { ...row, ...hug }, [box])],
    ['of fixed size', layer('FRAME', { ...row, ...fixed }, [box])],
    [
      'with a hidden layer',
      layer('FRAME', { ...row, ...fixed }, [box, layer('RECTANGLE', { visible: false })])
    ],
    [
      'with a layer that fills it, whose content follows it',
      layer('FRAME', { ...row, ...fixed }, [filling, box])
    ],
    ['that wraps', layer('FRAME', { ...row, ...fixed, layoutWrap: 'WRAP', width: 120 }, [box, box, box])],
    [
      'hugging, with an absolute layer that would be stretched',
      layer('FRAME', { ...row, ...hug }, [
        box,
        layer('RECTANGLE', {
          name: 'free',
          layoutPositioning: 'ABSOLUTE',
          constraints: { horizontal: 'STRETCH', vertical: 'SCALE' }
        })
      ])
    ],
    [
      'hugging, with an absolute group whose layers would part',
      layer('FRAME', { ...row, ...hug }, [
        box,
        layer('GROUP', { name: 'group', layoutPositioning: 'ABSOLUTE' }, [
          layer('RECTANGLE', { name: 'a', constraints: { horizontal: 'MIN', vertical: 'MIN' } }),
          layer('RECTANGLE', { name: 'b', x: 150, constraints: { horizontal: 'MAX', vertical: 'MAX' } })
        ])
      ])
    ],
    ['larger than its content by a minimum', layer('FRAME', { ...row, ...hug, minWidth: 200 }, [box])]
  ])('%s', async (_name, sketch) => {
    const { where, verdict } = await placeAtTarget('grow', openLayers([sketch]))
    expect(verdict.problems).toEqual([])
    expect(where).toBe('grown')
  })

  it('keeps hugging its content along the axis on which it did', async () => {
    const opened = openLayers([
      layer('FRAME', { ...row, primaryAxisSizingMode: 'FIXED', counterAxisSizingMode: 'AUTO' }, [box])
    ])
    await placeAtTarget('grow', opened)
    const { primaryAxisSizingMode, counterAxisSizingMode } = named(opened.figma.document, 'target')
    expect([primaryAxisSizingMode, counterAxisSizingMode]).toEqual(['FIXED', 'AUTO'])
  })
})

describe('a new layer goes behind, and everything else stays', () => {
  const text = layer('TEXT', { name: 'target', characters: 'a', textAutoResize: 'WIDTH_AND_HEIGHT' })
  test.each<readonly [string, readonly Sketch[]]>([
    ['on the page', [box, text, box]],
    ['of a group on the page', [layer('GROUP', { name: 'target' }, [box])]],
    ['in a group', [layer('GROUP', {}, [box, text])]],
    [
      'in a turned frame',
      [
        layer(
          'FRAME',
          {
            relativeTransform: [
              [0.6, -0.8, 50],
              [0.8, 0.6, 0]
            ]
          },
          [text]
        )
      ]
    ],
    ['in a row that hugs', [layer('FRAME', { ...row, ...hug, name: 'row' }, [box, text])]],
    [
      'in a row beside a layer that fills it',
      [layer('FRAME', { ...row, ...fixed, name: 'row', width: 120 }, [filling, text])]
    ],
    [
      'in a row that wraps',
      [layer('FRAME', { ...row, ...fixed, layoutWrap: 'WRAP', name: 'row', width: 80 }, [box, text, box])]
    ],
    ['of an instance', [layer('INSTANCE', { name: 'target', fills: [] }, [box])]]
  ])('%s', async (_name, sketches) => {
    const { where, verdict } = await placeAtTarget('behind', openLayers(sketches))
    expect(verdict.problems).toEqual([])
    expect(where).toBe('behind')
  })
})

describe('a frame is filled', () => {
  test.each<readonly [string, Sketch, string]>([
    ['above its fills', layer('FRAME', { name: 'target', fills: [solid(), image()] }, [box]), 'filled'],
    [
      'beneath its layers where its fills are a style',
      layer('FRAME', { name: 'target', fillStyleId: 'S:1' }, [box]),
      'behind'
    ],
    ['the same without layers', layer('FRAME', { name: 'target', fillStyleId: 'S:1' }), 'behind'],
    [
      'the same in auto layout',
      layer('FRAME', { ...row, ...hug, fillStyleId: 'S:1' }, [box, filling]),
      'behind'
    ]
  ])('%s', async (_name, sketch, where) => {
    const placed = await placeAtTarget('fill', openLayers([sketch]))
    expect(placed.verdict.problems).toEqual([])
    expect(placed.where).toBe(where)
  })
})

describe('a layer that changed after the order', () => {
  it('keeps its size and takes the image on top where another size was expanded', async () => {
    const { figma, the } = openLayers([
      layer('RECTANGLE', {
        name: 'target',
        fills: [
          image(),
          gradient([
            [1, 0, 0],
            [0, 1, 0]
          ])
        ]
      })
    ])
    const placement = { ...placementFor('grow', the('target')), subject: { width: 70, height: 100 } }
    expect(await openWindow(figma).place(placement)).toBe('changed-meanwhile')
    const target = named(figma.document, 'target')
    expect([target.width, target.height]).toEqual([100, 100])
    expect(target.fills.at(-1)).toMatchObject({ type: 'IMAGE', imageHash })
  })

  it.each([
    ['of a smaller one, as large as needed', { width: 50, height: 100 }, [-80, -70, 980, 280]],
    ['of a larger one, made smaller', { width: 400, height: 200 }, [-70, -5, 420, 120]]
  ])('is covered from behind %s', async (_name, subject, [x, y, width, height]) => {
    const { figma, the } = openLayers([layer('INSTANCE', { name: 'target', fills: [solid()] })])
    const placement = { ...placementFor('behind', the('target')), subject }
    expect(await openWindow(figma).place(placement)).toBe('changed-meanwhile')
    const [made] = figma.document.currentPage.children
    expect(made).toMatchObject({
      width,
      height,
      relativeTransform: [
        [1, 0, x],
        [0, 1, y]
      ]
    })
  })
})

describe('placing', () => {
  it.each(['grow', 'behind', 'fill'] as const)('%s is one undo step', async (kind) => {
    const opened = openLayers([layer('FRAME', { name: 'target' }, [box])])
    const { document, history } = opened.figma
    const before = document.snapshot()
    await placeAtTarget(kind, opened)
    expect(document.snapshot()).not.toEqual(before)
    expect([history.undo(), history.undo()]).toEqual([true, false])
    expect(document.snapshot()).toEqual(before)
  })

  it('is a step apart from what was done before and after it', async () => {
    const opened = openLayers([layer('FRAME', { name: 'target' }, [box])])
    const { document, history } = opened.figma
    document.currentPage.name = 'before'
    const before = document.snapshot()
    await placeAtTarget('grow', opened)
    const after = document.snapshot()
    document.currentPage.name = 'later'
    history.undo()
    expect(document.snapshot()).toEqual(after)
    history.undo()
    expect(document.snapshot()).toEqual(before)
  })

  it.each(['grow', 'behind', 'fill'] as const)(
    '%s again, after a late answer, changes nothing',
    async (kind) => {
      const { figma, the } = openLayers([layer('FRAME', { name: 'target' }, [box])])
      const placement = placementFor(kind, the('target'))
      const window = openWindow(figma)
      const where = await window.place(placement)
      const once = figma.document.snapshot()
      expect(await window.place(placement)).toBe(where)
      expect(figma.document.snapshot()).toEqual(once)
    }
  )

  it('of what is no image changes nothing', async () => {
    const { figma, the } = openLayers([layer('FRAME', { name: 'target' }, [box])])
    const before = figma.document.snapshot()
    const placement = placementFor('grow', the('target'))
    expect(await openWindow(figma).place(placement, { image: new Uint8Array([1, 2, 3]) })).toBe(
      'image-refused: in createImage: Image type is unsupported'
    )
    expect(figma.document.snapshot()).toEqual(before)
  })
})
