import { beforeEach, describe, expect, it } from 'vitest'
import { identifyFile } from '../../../src/main/placed/identify-file'
import { startSession } from '../../../src/main/placed/session'
import { writeJournalEntry } from '../../../src/main/storage/journal-storage'
import { layer } from '../../playground/document/build-document'
import { type OpenLayers, openLayers } from '../support/open-layers'
import { sampleEntry } from '../support/sample-entry'

let opened: OpenLayers
beforeEach(() => {
  opened = openLayers([layer('FRAME', { name: 'target' })])
})

async function identify(mayMark: boolean): Promise<string> {
  const { id } = await opened.figma.run(() => identifyFile(mayMark, startSession()))
  return id
}

function remember(id: string, name: string, begunAtMs: number): Promise<void> {
  const entry = sampleEntry({ id: `entry of ${id}`, file: { id, name }, begunAtMs })
  return opened.figma.run(() => writeJournalEntry(entry))
}

describe('a file', () => {
  it('has no id until it is marked, and the same from then on', async () => {
    expect(await identify(false)).toBe('')
    const id = await identify(true)
    expect(id).not.toBe('')
    expect([await identify(false), await identify(true)]).toEqual([id, id])
  })

  it('whose mark was undone is the one of its name that a task was last remembered of', async () => {
    const { name } = await opened.figma.run(() => identifyFile(false, startSession()))
    await remember('older', name, 1)
    await remember('later', name, 2)
    await remember('another', 'Another file', 3)
    expect([await identify(false), await identify(true), await identify(false)]).toEqual([
      'later',
      'later',
      'later'
    ])
  })
})
