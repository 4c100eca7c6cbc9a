import { describe, expect, it } from 'vitest'
import { type DocumentNode, sha1 } from '../../../playground/testing/document'
import { layer, named, type Sketch } from '../../playground/document/build-document'
import { changedFields } from '../support/changed-fields'
import { gradient, image, type OpenLayers, openLayers } from '../support/open-layers'
import { placementFor } from '../support/placement-for'
import { openWindow, type PluginWindow } from '../support/plugin-window'
import { tinyPng } from '../support/tiny-png'

/** Adding and taking away the same may differ by this, px. */
const noise = 1e-9

const photo = layer('RECTANGLE', { name: 'photo', x: 5, y: 6, width: 50, height: 40 })
const shape = layer('ELLIPSE', {
  name: 'target',
  fills: [
    image(),
    gradient([
      [1, 0, 0],
      [0, 1, 0]
    ])
  ]
})

interface Opened extends OpenLayers {
  readonly window: PluginWindow
  /** What the designer does to the layer, in an undo step. */
  readonly change: (action: (target: DocumentNode) => void) => void
}

function open(sketch: Sketch): Opened {
  const opened = openLayers([sketch])
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

function withoutImage(target: DocumentNode): void {
  target.fills = target.fills.filter((paint) => paint.type !== 'IMAGE' || paint.imageHash !== sha1(tinyPng))
}

describe('an image whose fill was removed by hand', () => {
  it('is put where it was on the layer that has grown for it, and taken back with the growth', async () => {
    const { window, figma, the, change } = open(shape)
    const before = figma.document.snapshot()
    const placement = placementFor('grow', the('target'))
    await window.place(placement)
    const first = figma.document.snapshot()
    change(withoutImage)
    expect(await window.place(placement)).toBe('grown')
    expect(changedFields(first, figma.document)).toEqual([])
    expect(window.takeBack()).toBe('whole')
    expect(changedFields(before, figma.document, noise)).toEqual([])
  })

  it('covers a layer that was resized too', async () => {
    const { window, the, change } = open(shape)
    const placement = placementFor('grow', the('target'))
    await window.place(placement)
    change((target) => {
      withoutImage(target)
      target.width += 20
    })
    expect(await window.place(placement)).toBe('changed-meanwhile')
  })

  it('covers a layer that was undone, and made as large as it had grown', async () => {
    const { window, figma, the, change } = open(layer('FRAME', { name: 'target' }, [photo]))
    const placement = placementFor('grow', the('target'))
    await window.place(placement)
    const { width, height } = named(figma.document, 'target')
    figma.history.undo()
    change((target) => {
      Object.assign(target, { width, height })
    })
    expect(await window.place(placement)).toBe('changed-meanwhile')
  })

  it('leaves nothing of the plugin on the layer once it is taken back', async () => {
    const { window, figma, the, change } = open(layer('FRAME', { name: 'target' }, [photo]))
    const before = figma.document.snapshot()
    const placement = placementFor('fill', the('target'))
    await window.place(placement)
    change(withoutImage)
    await window.place(placement)
    expect(window.takeBack()).toBe('whole')
    expect(changedFields(before, figma.document)).toEqual([])
  })
})
