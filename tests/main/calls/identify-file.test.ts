import { beforeEach, describe, expect, it } from 'vitest'
import type { TaskRecord } from '../../../src/core/expansion/task-record'
import { noTuning } from '../../../src/core/expansion/tuning'
import { identifyFile } from '../../../src/main/calls/identify-file'
import { startSession } from '../../../src/main/placed/session'
import { rememberTask } from '../../../src/main/storage/task-storage'
import { layer } from '../../playground/document/build-document'
import { sidesWish } from '../../ui/support/sample-drafts'
import { type OpenLayers, openLayers } from '../support/open-layers'

let opened: OpenLayers
beforeEach(() => {
  opened = openLayers([layer('FRAME', { name: 'target' })])
})

async function nameOfFile(): Promise<string> {
  const file = await opened.figma.run(() => identifyFile({ mayMark: false }, startSession()))
  return file.ok ? file.value.name : ''
}

async function identify(mayMark: boolean): Promise<string> {
  const file = await opened.figma.run(() => identifyFile({ mayMark }, startSession()))
  if (!file.ok) {
    throw new Error(file.failure.kind)
  }
  return file.value.id
}

function recordOf(id: string, name: string, createdAtMs: number): TaskRecord {
  return {
    taskId: `task of ${id}`,
    file: { id, name },
    serviceUrl: 'https://service.example',
    order: { ...sidesWish, tuning: noTuning, runId: 'r', seed: 1 },
    createdAtMs
  }
}

describe('a file', () => {
  it('has no id until it is marked, and the same from then on', async () => {
    expect(await identify(false)).toBe('')
    const id = await identify(true)
    expect(id).not.toBe('')
    expect([await identify(false), await identify(true)]).toEqual([id, id])
  })

  it('whose mark was undone is the one of its name that a task was last remembered of', async () => {
    const name = await nameOfFile()
    await opened.figma.run(() => rememberTask(recordOf('older', name, 1)))
    await opened.figma.run(() => rememberTask(recordOf('later', name, 2)))
    await opened.figma.run(() => rememberTask(recordOf('another', 'Another file', 3)))
    expect([await identify(false), await identify(true), await identify(false)]).toEqual([
      'later',
      'later',
      'later'
    ])
  })
})
