import { expect, it } from 'vitest'
import { boxOf, layer, named } from '../../playground/document/build-document'
import { openLayers } from '../support/open-layers'
import { openWindow } from '../support/plugin-window'

const placement = { kind: 'view', name: 'coffee.jpg' } as const

it('the image of a link is a new, selected layer of its own size in the middle of the view: one undo step', async () => {
  const { figma } = openLayers([layer('RECTANGLE', { name: 'box' })])
  const { document, history } = figma
  const before = document.snapshot()
  expect(await openWindow(figma).place(placement)).toBe('in-view')
  const made = named(document, 'coffee.jpg')
  const [x, y, width, height] = boxOf(made)
  expect([x, y]).toEqual([Math.round(-width / 2), Math.round(-height / 2)])
  expect([width, height]).toEqual([1, 1])
  expect(figma.selection.nodes(document.currentPage)).toEqual([made])
  history.undo()
  expect(document.snapshot()).toEqual(before)
})

it('another image of the same run takes its place, and discarding removes the layer', async () => {
  const { figma } = openLayers([])
  const window = openWindow(figma)
  await window.place(placement)
  const children = (): number => figma.document.currentPage.children.length
  expect(await window.place(placement, { runId: 'r1' })).toBe('in-view')
  expect(children()).toBe(1)
  expect(window.takeBack()).toBe('whole')
  expect(children()).toBe(0)
})
