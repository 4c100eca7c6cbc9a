import { beforeEach, describe, expect, it } from 'vitest'
import { ClientStorage } from '../../../playground/testing/host'
import type { ImageState, JournalEntry } from '../../../src/core/expansion/journal-entry'
import { layer } from '../../playground/document/build-document'
import { type OpenLayers, openLayers } from '../support/open-layers'
import { placementFor } from '../support/placement-for'
import { openWindow, type PluginWindow } from '../support/plugin-window'
import { sampleEntry } from '../support/sample-entry'
import { otherPng } from '../support/tiny-png'

let storage: ClientStorage
let opened: OpenLayers
let window: PluginWindow

beforeEach(() => {
  storage = new ClientStorage()
  storage.replace({ 'journal:e1': sampleEntry(), 'journal:e2': sampleEntry({ id: 'e2' }) })
  opened = openLayers([layer('FRAME', { name: 'target' })], { storage })
  window = openWindow(opened.figma)
})

const other = { image: otherPng, ref: { entryId: 'e2', index: 0, count: 1 }, variant: 2 }

function states(): readonly (readonly ImageState[])[] {
  return ['e1', 'e2'].map((id) => (storage.get(`journal:${id}`) as JournalEntry).images)
}

async function place(more = {}): Promise<void> {
  await window.place(placementFor('fill', opened.the('target')), more)
  await window.look()
}

describe('the journal follows the image of an open card', () => {
  it('by undo and redo', async () => {
    const { history, document } = opened.figma
    await place()
    expect(states()).toEqual([['placed'], []])
    history.undo()
    document.changed()
    await window.look()
    expect(states()).toEqual([['waiting'], []])
    history.redo()
    document.changed()
    await window.look()
    expect(states()).toEqual([['placed'], []])
  })

  it('to the one of the run that is shown: another one waits', async () => {
    const { history, document } = opened.figma
    await place()
    await place(other)
    expect(states()).toEqual([['waiting'], ['placed']])
    history.undo()
    document.changed()
    await window.look()
    expect(states()).toEqual([['placed'], ['waiting']])
  })

  it('by hand, when its layer is removed', async () => {
    const { document } = opened.figma
    await place()
    document.remove(document.currentPage.children[0] ?? document.root)
    await window.look()
    expect(states()).toEqual([['waiting'], []])
  })

  it('onto a layer of its own', async () => {
    window.placeApart()
    await window.look()
    expect(states()).toEqual([['placed'], []])
  })

  it('not after its card is closed: it was decided about, or stays as it is', async () => {
    await place()
    window.forget()
    opened.figma.history.undo()
    await window.look()
    expect(states()).toEqual([['placed'], []])
  })
})
