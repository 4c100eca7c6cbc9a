import { describe, expect, it, test } from 'vitest'
import { type DocumentNode, sha1 } from '../../../playground/testing/document'
import type { LayerPlacement } from '../../../src/core/expansion/placement'
import { placeApart } from '../../../src/main/calls/place-apart'
import { identifyFile } from '../../../src/main/placed/identify-file'
import { layer, named, type Sketch } from '../../playground/document/build-document'
import { changedFields } from '../support/changed-fields'
import { image, type OpenLayers, openLayers, solid } from '../support/open-layers'
import { placementFor } from '../support/placement-for'
import { openWindow, type PluginWindow } from '../support/plugin-window'
import { sampleRef } from '../support/sample-entry'
import { otherPng, thirdPng, tinyPng } from '../support/tiny-png'

interface Placed extends OpenLayers {
  readonly window: PluginWindow
  readonly placement: LayerPlacement
  /** The layer that shows the image. */
  readonly shownBy: DocumentNode
  readonly once: ReturnType<OpenLayers['figma']['document']['snapshot']>
}

type Case = readonly [string, Sketch, LayerPlacement['kind']]

const frame = layer('FRAME', { name: 'target', fills: [solid(), image()] })
const text = layer('TEXT', { name: 'target', characters: 'a' })
const cases: readonly Case[] = [
  ['a layer that grew', frame, 'grow'],
  ['a frame that was filled', frame, 'fill'],
  ['the rectangle behind', text, 'behind']
]

async function placed([, sketch, kind]: Case): Promise<Placed> {
  const opened = openLayers([sketch])
  const { document } = opened.figma
  const placement = placementFor(kind, opened.the('target'))
  const window = openWindow(opened.figma)
  await window.place(placement)
  const shownBy = named(document, kind === 'behind' ? 'Expanded image' : 'target')
  return { ...opened, window, placement, shownBy, once: document.snapshot() }
}

/** Whether the layer shows this image, by itself and by its paint. */
function shows({ visible, fills }: DocumentNode, png = tinyPng): boolean {
  const hash = sha1(png)
  return (
    visible &&
    fills.some((paint) => paint.type === 'IMAGE' && paint.imageHash === hash && paint.visible === true)
  )
}

function isMeant(png: Uint8Array) {
  return (paint: Paint): boolean => paint.type === 'IMAGE' && paint.imageHash === sha1(png)
}

it('of a layer that grew is seen at its own size, where it was', async () => {
  const { document } = openLayers([frame]).figma
  const { width, height, relativeTransform } = named(document, 'target')
  const { window, shownBy } = await placed(cases[0] ?? ['', frame, 'grow'])
  expect(shownBy.width).toBeGreaterThan(width)
  window.showOriginal(true)
  expect([shownBy.width, shownBy.height, shownBy.relativeTransform]).toEqual([
    width,
    height,
    relativeTransform
  ])
})

describe.each(cases)('the image on %s', (...given) => {
  it('is hidden, all else stays, and is shown again: nothing has changed, and there is no undo step', async () => {
    const { figma, window, shownBy, once } = await placed(given)
    expect(window.showOriginal(true)).toBe('done')
    expect(shows(shownBy)).toBe(false)
    expect(shownBy.fills.filter((paint) => !isMeant(tinyPng)(paint))).toEqual(
      once.nodes.get(shownBy.id)?.fills.filter((paint) => !isMeant(tinyPng)(paint))
    )
    expect(window.showOriginal(false)).toBe('done')
    expect(changedFields(once, figma.document)).toEqual([])
    expect([figma.history.undo(), figma.history.undo()]).toEqual([true, false])
  })

  it('is hidden over one that it was decided to keep, which is seen meanwhile', async () => {
    const { figma, window, placement, shownBy } = await placed(given)
    await window.keep()
    await window.place(placement, { image: otherPng })
    const once = figma.document.snapshot()
    window.showOriginal(true)
    expect([shows(shownBy), shows(shownBy, otherPng)]).toEqual([true, false])
    expect(shownBy.fills.some(isMeant(otherPng))).toBe(true)
    window.showOriginal(false)
    expect(changedFields(once, figma.document)).toEqual([])
  })

  it('is shown again when the plugin closes', async () => {
    const { figma, window, once } = await placed(given)
    window.showOriginal(true)
    window.close()
    expect(changedFields(once, figma.document)).toEqual([])
  })

  it('is shown again before another takes its place: undo brings it back as it was', async () => {
    const { figma, window, placement, shownBy, once } = await placed(given)
    window.showOriginal(true)
    expect(await window.place(placement, { image: otherPng })).toBe('replaced')
    expect(shows(shownBy, otherPng)).toBe(true)
    figma.history.undo()
    expect(changedFields(once, figma.document)).toEqual([])
  })

  it('is shown again before it comes once more', async () => {
    const { figma, window, placement, once } = await placed(given)
    window.showOriginal(true)
    await window.place(placement)
    expect(changedFields(once, figma.document)).toEqual([])
  })

  it('is shown again before it is taken back: undo brings it back as it was', async () => {
    const { figma, window, once } = await placed(given)
    window.showOriginal(true)
    expect(window.takeBack()).toBe('whole')
    figma.history.undo()
    expect(changedFields(once, figma.document)).toEqual([])
  })

  test.each<readonly [string, (placed: Placed) => unknown]>([
    [
      'another image is placed apart',
      ({ figma, window }) =>
        figma.run(() =>
          placeApart(
            {
              image: otherPng,
              ref: sampleRef,
              canvas: { width: 5, height: 5 },
              runId: 'r2',
              variant: 1
            },
            window.session
          )
        )
    ],
    ['the file is marked', ({ figma, window }) => figma.run(() => identifyFile(true, window.session))],
    [
      'another run is placed',
      ({ window, placement }) => window.place(placement, { runId: 'r2', image: otherPng })
    ]
  ])('is shown again before %s, which is an undo step', async (_name, act) => {
    const opened = await placed(given)
    opened.window.showOriginal(true)
    await act(opened)
    expect(shows(opened.shownBy)).toBe(true)
    opened.figma.history.undo()
    expect(changedFields(opened.once, opened.figma.document)).toEqual([])
  })

  it('is hidden once, however often it is asked for', async () => {
    const { figma, window, once } = await placed(given)
    window.showOriginal(true)
    window.showOriginal(true)
    window.showOriginal(false)
    window.showOriginal(false)
    expect(changedFields(once, figma.document)).toEqual([])
  })

  it.each([
    ['the first', [0, 1, 0, 1]],
    ['the second', [0, 1, 1, 0]],
    ['the one that came later', [1, 0, 1, 0]]
  ] as const)('is hidden once by two windows, whichever shows it again first: %s', async (_, order) => {
    const { figma, window, placement } = await placed(given)
    const other = openWindow(figma)
    await other.place(placement, { image: otherPng })
    const was = figma.document.snapshot()
    const windows = [window, other]
    order.forEach((at, step) => {
      windows[at]?.showOriginal(step < 2)
    })
    expect(changedFields(was, figma.document)).toEqual([])
  })

  it('stays away when its placing is undone meanwhile', async () => {
    const { figma, window } = await placed(given)
    window.showOriginal(true)
    figma.history.undo()
    const was = figma.document.snapshot()
    window.showOriginal(false)
    expect(changedFields(was, figma.document)).toEqual([])
  })

  it('that a designer has hidden stays hidden', async () => {
    const { figma, window, shownBy } = await placed(given)
    shownBy.visible = given[2] !== 'behind'
    shownBy.fills = shownBy.fills.map((paint) => ({ ...paint, visible: false }))
    const was = figma.document.snapshot()
    window.showOriginal(true)
    window.showOriginal(false)
    expect(changedFields(was, figma.document)).toEqual([])
  })

  it('is no trouble when the layer goes meanwhile', async () => {
    const { figma, window, shownBy } = await placed(given)
    window.showOriginal(true)
    figma.document.remove(shownBy)
    expect(window.showOriginal(false)).toBe('done')
    expect(window.showOriginal(true)).toBe('done')
    window.close()
  })
})

/** Two windows have placed images of one run, one over the other: number 0 the first, number 1 the one that is there. */
interface Shared extends Placed {
  readonly windows: readonly [PluginWindow, PluginWindow]
}

async function shared(given: Case): Promise<Shared> {
  const opened = await placed(given)
  const other = openWindow(opened.figma)
  await other.place(opened.placement, { image: otherPng })
  return { ...opened, windows: [opened.window, other] }
}

type Act = (opened: Shared, actor: PluginWindow) => unknown

const meanwhile: readonly (readonly [string, Act])[] = [
  ['puts another image in its place', ({ placement }, actor) => actor.place(placement, { image: thirdPng })],
  ['takes it back', (_, actor) => actor.takeBack()],
  [
    'paints the layer',
    ({ figma, shownBy }) => {
      shownBy.fills = [...shownBy.fills, solid()]
      figma.document.changed()
    }
  ]
]

describe.each(cases)('the image on %s', (...given) => {
  describe.each([0, 1] as const)('that window %i holds', (holder) => {
    test.each(meanwhile)(
      'comes to the same as without a hold when somebody else %s meanwhile',
      async (_, act) => {
        const [held, free] = [await shared(given), await shared(given)]
        held.windows[holder].showOriginal(true)
        await act(held, held.windows[1 - holder] ?? held.window)
        held.windows[holder].showOriginal(false)
        await act(free, free.windows[1 - holder] ?? free.window)
        expect(changedFields(free.figma.document.snapshot(), held.figma.document)).toEqual([])
      }
    )
  })

  it('stays away when hiding and placing it are undone meanwhile', async () => {
    const { figma, window } = await placed(given)
    window.showOriginal(true)
    expect([figma.history.undo(), figma.history.undo()]).toEqual([true, true])
    const was = figma.document.snapshot()
    window.showOriginal(false)
    expect(changedFields(was, figma.document)).toEqual([])
  })
})

it('a hidden paint like the image’s stays hidden when an undo has shown the image again', async () => {
  const { figma, window, shownBy } = await placed(['', frame, 'fill'])
  const hidden = { visible: false, imageHash: sha1(otherPng) }
  const like = shownBy.fills.slice(-1).map((paint) => ({ ...paint, ...hidden }))
  figma.document.images.set(hidden.imageHash, otherPng)
  shownBy.fills = [...like, ...shownBy.fills]
  figma.document.changed()
  figma.history.commit()
  const was = figma.document.snapshot()
  expect(window.showOriginal(true)).toBe('done')
  figma.history.undo()
  window.showOriginal(false)
  expect(changedFields(was, figma.document)).toEqual([])
})

describe('nothing happens', () => {
  it('to a run that this window has not placed', async () => {
    const { figma, window, once } = await placed(['', frame, 'grow'])
    expect([window.showOriginal(true, 'r9'), window.showOriginal(false, 'r9')]).toEqual(['done', 'done'])
    expect(openWindow(figma).showOriginal(true)).toBe('done')
    expect(changedFields(once, figma.document)).toEqual([])
  })

  it('to other images of the layer, which stay as they are', async () => {
    const { window, placement, shownBy } = await placed(['', frame, 'fill'])
    await window.place(placement, { runId: 'r2', image: otherPng })
    window.showOriginal(true, 'r2')
    expect([shows(shownBy), shows(shownBy, otherPng)]).toEqual([true, false])
  })
})
