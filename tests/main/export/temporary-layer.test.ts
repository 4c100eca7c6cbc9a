import { describe, expect, it, test } from 'vitest'
import { type DocumentNode, type NodeKind, PlaygroundDocument } from '../../../playground/testing/document'
import { ClientStorage } from '../../../playground/testing/host'
import {
  forgetTemporary,
  isTemporary,
  markTemporary,
  sweepTemporaryLayers
} from '../../../src/main/export/temporary-layer'
import { type DocumentFigma, openFigma } from '../support/document-figma'

const minute = 60_000
const day = 24 * 60 * minute
const entry = 'temporary-layers'

interface Opened {
  readonly figma: DocumentFigma
  readonly otherPage: DocumentNode
}

/** A file of two pages, and what this device remembers. */
function open(remembered: Readonly<Record<string, number>> = {}): Opened {
  const document = new PlaygroundDocument()
  const otherPage = document.createNode('PAGE')
  document.insert(document.root, 1, otherPage)
  const storage = new ClientStorage()
  storage.set(entry, remembered)
  return { figma: openFigma(document, { storage }), otherPage }
}

/** A layer, marked as one that was made `age` ms ago; null is not marked. */
function add(
  { document }: DocumentFigma,
  age: number | null,
  page = document.currentPage,
  kind: NodeKind = 'RECTANGLE'
): string {
  const node = document.createNode(kind)
  node.pluginData = age === null ? {} : { temporary: String(Date.now() - age) }
  document.insert(page, page.children.length, node)
  return node.id
}

function remembered({ storage }: DocumentFigma): unknown {
  return storage.get(entry)
}

/** The storage is written after the call has returned. */
async function settled(figma: DocumentFigma, action: () => unknown): Promise<void> {
  await figma.run(async () => {
    await action()
    await new Promise((resolve) => setTimeout(resolve, 5))
  })
}

describe('what an earlier run left on the open page', () => {
  test.each<readonly [string, number | null, NodeKind, boolean]>([
    ['an old marked rectangle goes', 11 * minute, 'RECTANGLE', false],
    ['a young one stays: a colleague may be at it', 9 * minute, 'RECTANGLE', true],
    ['what is not marked stays', null, 'RECTANGLE', true],
    ['what was never made by the plugin stays, whatever its mark', 11 * minute, 'FRAME', true]
  ])('%s', async (_name, age, kind, stays) => {
    const { figma } = open()
    const id = add(figma, age, figma.document.currentPage, kind)
    await settled(figma, sweepTemporaryLayers)
    expect(figma.document.get(id) !== null).toBe(stays)
  })
})

describe('what this device remembers', () => {
  it('an old layer of another page goes, and is forgotten', async () => {
    const { figma, otherPage } = open()
    const id = add(figma, 11 * minute, otherPage)
    const kept = { '7:7': Date.now() }
    figma.storage.set(entry, { [id]: Date.now() - 11 * minute, ...kept })
    await settled(figma, sweepTemporaryLayers)
    expect(figma.document.get(id)).toBeNull()
    expect(remembered(figma)).toEqual(kept)
  })

  it('an old layer of another page that is not remembered is not looked for', async () => {
    const { figma, otherPage } = open()
    const id = add(figma, 11 * minute, otherPage)
    await settled(figma, sweepTemporaryLayers)
    expect(figma.document.get(id)).not.toBeNull()
  })

  it('a young layer of another page stays, and is remembered', async () => {
    const { figma, otherPage } = open()
    const id = add(figma, minute, otherPage)
    const left = { [id]: Date.now() - minute }
    figma.storage.set(entry, left)
    await settled(figma, sweepTemporaryLayers)
    expect(figma.document.get(id)).not.toBeNull()
    expect(remembered(figma)).toEqual(left)
  })

  it('the same id in another file is another layer: it stays, and the id is remembered for its own file', async () => {
    const { figma } = open()
    const id = add(figma, null)
    const left = { [id]: Date.now() - day }
    figma.storage.set(entry, left)
    await settled(figma, sweepTemporaryLayers)
    expect(figma.document.get(id)).not.toBeNull()
    expect(remembered(figma)).toEqual(left)
  })

  it('an id is forgotten after a month', async () => {
    const { figma } = open({ '7:7': Date.now() - 31 * day, '7:8': Date.now() - 29 * day })
    await settled(figma, sweepTemporaryLayers)
    expect(Object.keys(figma.storage.get(entry) ?? {})).toEqual(['7:8'])
  })

  it('what is stored by another version and is none of it is passed over', async () => {
    const { figma } = open()
    figma.storage.set(entry, 'nonsense')
    const id = add(figma, 11 * minute)
    await settled(figma, sweepTemporaryLayers)
    expect(figma.document.get(id)).toBeNull()
  })
})

describe('a layer of this run', () => {
  it('is marked and remembered, and forgotten when it is gone', async () => {
    const { figma } = open()
    const id = add(figma, null)
    const layer = figma.layer(id)
    await settled(figma, () => {
      markTemporary(layer)
    })
    expect(Number(layer.getPluginData('temporary'))).toBeCloseTo(Date.now(), -4)
    expect(Object.keys(figma.storage.get(entry) ?? {})).toEqual([id])
    expect([isTemporary(id), isTemporary('7:7')]).toEqual([true, false])
    await settled(figma, () => {
      forgetTemporary(id)
    })
    expect(remembered(figma)).toEqual({})
  })

  it('is marked even where the storage is full', async () => {
    const { figma } = open()
    figma.storage.full = true
    const layer = figma.layer(add(figma, null))
    await settled(figma, () => {
      markTemporary(layer)
    })
    expect(layer.getPluginData('temporary')).not.toBe('')
    expect(remembered(figma)).toEqual({})
  })
})
